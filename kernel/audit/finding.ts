import type { Words } from '../problems/contract.ts';

/** What can be wrong with a chain. */
export type FindingKind =
  | 'changed'
  | 'missing'
  | 'reordered'
  | 'unlinked'
  | 'head-differs'
  | 'inserted'
  | 'unsealed'
  | 'anchor-differs'
  | 'anchor-forged'
  | 'backdated';

/** One thing that does not fit, with the place where it was found. */
export interface Finding {
  readonly kind: FindingKind;
  readonly centreId: number;
  readonly chain: number;
  /** The number in the chain; null when the entry is in no chain. */
  readonly seq: number | null;
  readonly entryId: string | null;
  readonly sentence: Words;
}

const SENTENCES: Readonly<Record<FindingKind, Words>> = {
  changed: {
    'zh-CN': '第 {seq} 条记录（{entryId}）的内容与链上的摘要不符，写入后被改动过。',
    en: 'Entry {seq} ({entryId}) does not match the digest in its chain: it was changed after it was written.',
  },
  missing: {
    'zh-CN': '第 {seq} 条记录（{entryId}）已不存在，被删除过。',
    en: 'Entry {seq} ({entryId}) is gone: it was deleted.',
  },
  reordered: {
    'zh-CN': '第 {seq} 条处的记录（{entryId}）属于链上的另一个位置，顺序被调换过。',
    en: 'The entry found at {seq} ({entryId}) belongs to another place of the chain: the order was changed.',
  },
  unlinked: {
    'zh-CN': '链在第 {seq} 条处中断，该环节被删除过。',
    en: 'The chain is interrupted at {seq}: that link was deleted.',
  },
  'head-differs': {
    'zh-CN': '链尾登记与最后一个环节（第 {seq} 条）不符，尾部被截短、追加或改写过。',
    en: 'The head of the chain does not fit its last link ({seq}): the end was cut off, extended or rewritten.',
  },
  inserted: {
    'zh-CN': '记录 {entryId} 不在链上，而封链已越过它的位置，是事后插入的。',
    en: 'Entry {entryId} is in no chain though sealing has passed its place: it was inserted afterwards.',
  },
  unsealed: {
    'zh-CN': '记录 {entryId} 写入后迟迟没有封链，请检查后台进程是否在运行。',
    en: 'Entry {entryId} has been waiting for its chain for too long; check that a worker process runs.',
  },
  'anchor-differs': {
    'zh-CN': '第 {seq} 条的摘要与已签名的存证不符，整条链被改写过。',
    en: 'The digest at {seq} differs from the signed anchor: the whole chain was rewritten.',
  },
  'anchor-forged': {
    'zh-CN': '存证文件的签名无效，不能用来核对。',
    en: 'The signature of the anchor is not valid; it proves nothing.',
  },
  backdated: {
    'zh-CN': '第 {seq} 条记录（{entryId}）的时间早于它之前的记录一小时以上。',
    en: 'Entry {seq} ({entryId}) says a time more than an hour before the entries it follows.',
  },
};

/** Makes a finding with its sentence filled in. */
export function toFinding(
  kind: FindingKind,
  at: { readonly centre_id: number; readonly chain: number },
  place: { readonly seq?: number; readonly entryId?: string },
): Finding {
  const seq = place.seq ?? null;
  const entryId = place.entryId ?? null;
  const fill = (text: string) =>
    text.replace('{seq}', String(seq ?? '–')).replace('{entryId}', entryId ?? '–');
  const { 'zh-CN': zh, en } = SENTENCES[kind];
  return {
    kind,
    centreId: at.centre_id,
    chain: at.chain,
    seq,
    entryId,
    sentence: { 'zh-CN': fill(zh), en: fill(en) },
  };
}

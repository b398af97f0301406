import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { blocksToText } from '#kernel/documents/pdf/blocks-to-text.ts';
import { toContext } from '#kernel/documents/pdf/template.ts';
import type { Words } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { outcomeWords, permissions } from '../../contract.ts';
import { documentWords } from '../../contract/documents.ts';
import type { CasesDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import type { CaseRow } from '../tables.ts';
import { targetOf } from '../who.ts';
import { bodies } from './bodies.ts';
import { listDocuments } from './repository-documents.ts';
import { openSnapshot } from './vault.ts';
import { words } from './words.ts';

/** What somebody is to read and sign; the Chinese text is what the signature is under. */
export interface Signable {
  readonly caseId: string;
  readonly caseNo: string;
  readonly title: Words;
  /** 文书编号; the case number on a receipt for the result. */
  readonly number: string;
  readonly text: Words;
}

const RECEIPT = {
  title: { 'zh-CN': '办理结果领取确认', en: 'Receipt for the result' },
  body: {
    'zh-CN': '本人（单位）确认已在窗口领取上述办件的办理结果，并已当场核对。',
    en: 'I confirm that I received the result of this case at the window and looked it over.',
  },
  result: { 'zh-CN': '办理结果', en: 'Result' },
} as const;

const LOCALES = ['zh-CN', 'en'] as const;

/** The text of a paper as it was given out, or the receipt for the result of the case. */
export async function readForSigning(
  deps: CasesDeps,
  db: Db,
  actor: Actor,
  { caseId, documentId }: { readonly caseId: string; readonly documentId: string | null },
): Promise<Signable> {
  const row = orNotFound(await repository.findCase(db, actor.centreId, caseId));
  authorise(actor, permissions.view.name, targetOf(row.body));
  const { caseNo } = row.body;
  if (documentId === null)
    return { caseId, caseNo, title: RECEIPT.title, number: caseNo, text: receiptOf(row) };
  const documents = await listDocuments(db, actor.centreId, caseId);
  const document = orNotFound(documents.find((one) => one.document_id === documentId));
  const { snapshot } = openSnapshot(deps.cipher, document);
  const [zh, en] = LOCALES.map((locale) => {
    const context = toContext({ locale });
    return blocksToText(bodies[snapshot.kind](snapshot, context));
  });
  return {
    caseId,
    caseNo,
    title: documentWords[document.kind],
    number: document.number,
    text: { 'zh-CN': zh ?? '', en: en ?? '' },
  };
}

function receiptOf({ body }: CaseRow): Words {
  const [zh, en] = LOCALES.map((locale) => {
    const context = toContext({ locale });
    const { matterName, outcome } = body;
    const matter = locale === 'en' ? (matterName.en ?? matterName.zh) : matterName.zh;
    const line = (label: Words, value: string) =>
      `${context.say(label)}${locale === 'en' ? ': ' : '：'}${value}`;
    return [
      line(words.caseNo, body.caseNo),
      line(words.matter, matter),
      ...(outcome === null ? [] : [line(RECEIPT.result, context.say(outcomeWords[outcome]))]),
      '',
      context.say(RECEIPT.body),
    ].join('\n');
  });
  return { 'zh-CN': zh ?? '', en: en ?? '' };
}

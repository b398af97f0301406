import type { Actor } from '#kernel/access/contract-actor.ts';
import { maskDocumentNumber } from '#kernel/crypto/mask.ts';
import type { Tx } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { IssueLicence } from '#modules/casework/licences/index.ts';
import type { PartyInFull } from '#modules/registry/parties/index.ts';

import { problems } from '../../contract.ts';
import type { CasesDeps } from '../deps.ts';
import type { Loaded } from '../load-around.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { toWords } from '../rules/guards-intake.ts';

type Content = IssueLicence['content'];

/** On a licence a person's number is masked, a firm's stands in full. */
const toShown = ({ kind, identifier }: PartyInFull) =>
  kind === 'person' ? maskDocumentNumber(identifier?.number ?? '') : (identifier?.number ?? '');

/** What the decision means for licences; null where the matter ends without one. */
export async function writeLicence(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  { around: { file }, paperRows }: Pick<Loaded, 'around' | 'paperRows'>,
  content: Content,
): Promise<string | null> {
  const { licenceKind, itemKind } = file.terms;
  if (licenceKind === null) return null;
  const held = paperRows.find(
    (row) => row.licence_kind === licenceKind && row.licence_id !== null,
  )?.licence_id;
  const of = { caseId: file.id, caseNumber: file.caseNo };
  const reason = file.itemName.zh;
  const { licences } = deps;
  if (held === undefined || held === null) {
    const isFirst = itemKind === 'new' || itemKind === 'record' || itemKind === 'other';
    if (!isFirst)
      throw new ProblemError(problems.paperNotReusable, { name: toWords(file.terms.resultName) });
    return (await licences.issue(tx, actor, await toLicence(deps, tx, actor, file, content)))
      .licenceId;
  }
  const key = { ...of, licenceId: held };
  const until = file.decision?.validTo ?? undefined;
  const validUntil = until === undefined ? {} : { validUntil: until };
  switch (itemKind) {
    case 'renew':
      return (await licences.renew(tx, actor, { ...key, content, ...validUntil })).licenceId;
    case 'change':
      return (await licences.change(tx, actor, { ...key, reason, content })).licenceId;
    case 'replace':
      return (await licences.replace(tx, actor, { ...key, reason })).licenceId;
    case 'cancel':
      await licences.act(tx, actor, { ...key, act: 'cancel', ground: 'by-law', reason });
      return held;
    default:
      return (await licences.issue(tx, actor, await toLicence(deps, tx, actor, file, content)))
        .licenceId;
  }
}

async function toLicence(
  { parties }: CasesDeps,
  tx: Tx,
  actor: Actor,
  file: CaseFile,
  content: Content,
): Promise<IssueLicence> {
  const holder = await parties.findPartyInFull(tx, actor.centreId, file.partyId);
  const { authority, licenceKind } = file.terms;
  if (holder === undefined || file.departmentId === null)
    throw new ProblemError(problems.partyUnknown);
  return {
    kind: licenceKind ?? '',
    holder: {
      partyId: holder.id,
      kind: holder.kind,
      name: holder.name,
      identifier: holder.identifier
        ? { kind: holder.identifier.kind, shown: toShown(holder) }
        : null,
    },
    authority: {
      name: { 'zh-CN': authority.name, en: authority.name },
      creditCode: authority.creditCode,
      departmentId: file.departmentId,
    },
    caseId: file.id,
    caseNumber: file.caseNo,
    content,
    validFrom: file.decision?.validFrom ?? file.decision?.on ?? '',
    validUntil: file.decision?.validTo ?? null,
  };
}

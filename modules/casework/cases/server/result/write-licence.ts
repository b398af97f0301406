import type { Actor } from '#kernel/access/contract-actor.ts';
import { maskDocumentNumber } from '#kernel/crypto/mask.ts';
import type { Tx } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { IssueLicence } from '#modules/casework/licences/index.ts';
import { newSubjectField } from '#modules/casework/matters/contract.ts';
import type { PartyInFull } from '#modules/registry/parties/index.ts';

import { type Issue, problems } from '../../contract.ts';
import type { CasesDeps } from '../deps.ts';
import type { Loaded } from '../load-around.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { toWords } from '../rules/guards-intake.ts';

/** What whoever issues a licence says. */
export interface Said {
  readonly content: IssueLicence['content'];
  readonly newSubject?: Issue['newSubject'];
}

/** On a licence a person's number is masked, a firm's stands in full. */
const toShown = ({ kind, identifier }: PartyInFull) =>
  kind === 'person' ? maskDocumentNumber(identifier?.number ?? '') : (identifier?.number ?? '');

/** What the decision means for licences; null where the matter ends without one. */
export async function writeLicence(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  { around: { file }, paperRows }: Pick<Loaded, 'around' | 'paperRows'>,
  said: Said,
): Promise<string | null> {
  const { licenceKind, itemKind } = file.terms;
  if (licenceKind === null) return null;
  const held = paperRows.find(
    (row) => row.licence_kind === licenceKind && row.licence_id !== null,
  )?.licence_id;
  const of = { caseId: file.id, caseNumber: file.caseNo };
  const reason = file.itemName.zh;
  const { licences } = deps;
  const { content } = said;
  if (held === undefined || held === null) {
    const isFirst = itemKind === 'new' || itemKind === 'record' || itemKind === 'other';
    if (!isFirst)
      throw new ProblemError(problems.paperNotReusable, { name: toWords(file.terms.resultName) });
    return (await licences.issue(tx, actor, await toLicence(deps, tx, actor, file, said)))
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
      return (await licences.issue(tx, actor, await toLicence(deps, tx, actor, file, said)))
        .licenceId;
  }
}

async function toLicence(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  file: CaseFile,
  { content, newSubject }: Said,
): Promise<IssueLicence> {
  const partyId = await findHolderId(deps, tx, actor, file, newSubject);
  const holder = await deps.parties.findPartyInFull(tx, actor.centreId, partyId);
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

/**
 * Whose the licence is: of whoever applied, or in a 设立登记 of the subject that the case sets up. That one is in the
 * registers from then on: among the parties, and by its credit code in the premises that it moved into.
 */
async function findHolderId(
  { parties, matters, premises }: CasesDeps,
  tx: Tx,
  actor: Actor,
  { id: caseId, partyId, editionId, itemKey }: CaseFile,
  newSubject: Said['newSubject'],
): Promise<string> {
  const { centreId } = actor;
  const edition = await matters.getItem(tx, { centreId, editionId, itemKey });
  if (newSubjectField(edition.item.form) === undefined) return partyId;
  if (newSubject === undefined) throw new ProblemError(problems.newSubjectMissing);
  const holderId = await parties.keepFirm(tx, actor, newSubject);
  await premises.identifySubject(tx, actor, { caseId, ...newSubject });
  return holderId;
}

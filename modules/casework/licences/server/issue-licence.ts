import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { newId } from '#kernel/ids/id.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../contract.ts';
import { verifyUrl } from './addresses.ts';
import { toContent } from './content.ts';
import type { LicencesDeps } from './deps.ts';
import { licenceIssued } from './events.ts';
import type { IssuedLicence, IssueLicence } from './inputs.ts';
import { makeEdition } from './make-edition.ts';
import { isNumberedByDay, toLicenceNumber, toSerial } from './numbers.ts';
import { findKind } from './repository-kinds.ts';
import { findByNumber } from './repository-taken-over.ts';
import * as repository from './repository.ts';
import { lastDayOf, stateOn } from './rules.ts';
import type { KindRow, LicenceRow } from './tables.ts';

/** A kind that licences of can be made here; refuses others. */
export async function getIssuedKind(tx: Tx, centreId: number, code: string): Promise<KindRow> {
  const kind = await findKind(tx, centreId, code);
  if (kind === undefined) throw new ProblemError(problems.unknownKind, { kind: code });
  if (kind.role === 'external') throw new ProblemError(problems.notIssuedHere, { kind: code });
  return kind;
}

/** What else is said of a licence that was issued before this software: its number and its day. */
export interface TakenOver {
  readonly number: string;
  readonly issuedOn: Day;
}

/**
 * Issues a licence in the caller's transaction, who has authorised it: number, identifier, signature, row, history, event.
 * `takenOver` records one that exists on paper already.
 */
export async function issueLicence(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  input: IssueLicence,
  takenOver?: TakenOver,
): Promise<IssuedLicence> {
  const { centreId } = actor;
  const kind = await getIssuedKind(tx, centreId, input.kind);
  const content = toContent(kind, input.content);
  const { today, centre } = await centreDay(deps, tx, centreId);
  const { partyId } = input.holder;
  const holderId = (await deps.parties.findLivePartyId(tx, centreId, partyId)) ?? partyId;
  const members = await findMembers(tx, kind, { holderId, ids: input.members ?? [], today });
  const issuedOn = takenOver?.issuedOn ?? today;
  const numbers = await takeNumbers(tx, centreId, kind, { issuedOn, content, takenOver });
  const licenceId = newId(deps.clock);
  const row = await makeEdition(deps, {
    ...numbers,
    centreId,
    licenceId,
    lineageId: licenceId,
    edition: 1,
    kind,
    holder: input.holder,
    holderId,
    authority: input.authority,
    caseId: input.caseId,
    caseNumber: input.caseNumber,
    content,
    issuedOn,
    validFrom: input.validFrom,
    validUntil: input.validUntil === undefined ? endBy(kind, input.validFrom) : input.validUntil,
    memberIdentifiers: members.map((member) => member.identifier),
    isDemonstration: centre?.isDemonstration ?? false,
  });
  repository.insertLicence(tx, row);
  insertMembers(
    tx,
    row,
    members.map((member) => member.lineage_id),
  );
  const how = takenOver === undefined ? 'issue' : 'import';
  licenceIssued(tx, deps.clock, actor, row, { how, formerId: null, reason: '' });
  return toIssued(deps, row);
}

/** What the caller keeps of a version. */
export function toIssued({ publicUrl }: LicencesDeps, row: LicenceRow): IssuedLicence {
  return {
    licenceId: row.licence_id,
    number: row.number,
    identifier: row.identifier,
    version: row.edition,
    token: row.token,
    verifyUrl: verifyUrl(publicUrl, row.token),
  };
}

export function insertMembers(tx: Tx, row: LicenceRow, lineageIds: readonly string[]): void {
  const { centre_id, licence_id } = row;
  repository.insertMembers(
    tx,
    lineageIds.map((lineage_id, position) => ({ centre_id, licence_id, position, lineage_id })),
  );
}

/** The last day by the kind's validity, null without end. */
export function endBy(kind: KindRow, from: Day): Day | null {
  return kind.validity_months === null ? null : lastDayOf(from, kind.validity_months);
}

interface Numbering {
  readonly issuedOn: Day;
  readonly content: ReturnType<typeof toContent>;
  readonly takenOver: TakenOver | undefined;
}

async function takeNumbers(
  tx: Tx,
  centreId: number,
  kind: KindRow,
  { issuedOn, content, takenOver }: Numbering,
): Promise<{ number: string; serial: string }> {
  const year = Number(issuedOn.slice(0, 4));
  if (takenOver !== undefined) {
    const series = `licences.imported/${kind.code}`;
    const serial = await takeNumber(tx, { centreId, series, year });
    return { number: takenOver.number, serial: toSerial(issuedOn, serial, 'imported') };
  }
  const pattern = kind.number_pattern;
  const series = `licences.number/${kind.code}`;
  const day = isNumberedByDay(pattern) ? { day: issuedOn } : {};
  for (;;) {
    const serial = await takeNumber(tx, { centreId, series, year, ...day });
    const number = toLicenceNumber(pattern, { serial, day: issuedOn, content });
    // What was issued before this software and taken over may bear numbers of the same year.
    if ((await findByNumber(tx, centreId, kind.code, number)) === undefined)
      return { number, serial: toSerial(issuedOn, serial, 'issued') };
  }
}

/** The members of a composite licence: valid ones of the same holder, at least one; other kinds have none. */
async function findMembers(
  tx: Tx,
  kind: KindRow,
  asked: { readonly holderId: string; readonly ids: readonly string[]; readonly today: Day },
): Promise<LicenceRow[]> {
  const { holderId, ids, today } = asked;
  const rows = await Promise.all(ids.map((id) => repository.findLicence(tx, kind.centre_id, id)));
  const found = rows.flatMap((row) => row ?? []);
  const isRight = found.every(
    (row) =>
      row.holder_id === holderId &&
      stateOn({ state: row.state, validUntil: row.valid_until }, today) === 'valid',
  );
  const isCounted = kind.role === 'composite' ? found.length > 0 : ids.length === 0;
  if (!isRight || !isCounted || found.length !== ids.length)
    throw new ProblemError(problems.membersWrong);
  return found;
}

import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { IdentifierKind } from '#modules/registry/parties/contract.ts';

import { problems } from '../contract.ts';
import { toContent } from './content.ts';
import type { LicencesDeps } from './deps.ts';
import { keepHistory, licenceIssued } from './events.ts';
import type {
  ChangeLicence,
  ContentInput,
  Holder,
  IssuedLicence,
  RenewLicence,
  ReplaceLicence,
} from './inputs.ts';
import { endBy, getIssuedKind, insertMembers, toIssued } from './issue-licence.ts';
import { makeEdition } from './make-edition.ts';
import * as repository from './repository.ts';
import { isChangeable, renewFrom } from './rules.ts';
import type { KindRow, LicenceRow } from './tables.ts';
import { openDisclosure } from './vault.ts';

const LAST_EDITION = 999;

/** 变更: what it says, or to whom, is new; its validity stays unless another end is given. */
export async function changeLicence(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  input: ChangeLicence,
): Promise<IssuedLicence> {
  const { validUntil, reason } = input;
  return succeed(deps, tx, actor, input, ({ row }) => ({
    how: 'change',
    reason,
    validFrom: row.valid_from,
    validUntil: validUntil === undefined ? row.valid_until : validUntil,
  }));
}

/** 延续: in the window before its end; no day of the old validity is lost. */
export async function renewLicence(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  input: RenewLicence,
): Promise<IssuedLicence> {
  return succeed(deps, tx, actor, input, ({ row, kind, today }) => {
    const from = renewFrom(row.valid_until, kind.renew_from_days);
    if (from === undefined || row.valid_until === null)
      throw new ProblemError(problems.notRenewable);
    if (today < from)
      throw new ProblemError(problems.notInRenewal, { days: kind.renew_from_days ?? 0 });
    const validUntil = input.validUntil ?? endBy(kind, addDays(row.valid_until, 1));
    return { how: 'renew', reason: '', validFrom: today, validUntil };
  });
}

/** 补证、换证: the same content anew, after a loss or damage. */
export async function replaceLicence(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  input: ReplaceLicence,
): Promise<IssuedLicence> {
  return succeed(deps, tx, actor, input, ({ row }) => ({
    how: 'replace',
    reason: input.reason,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));
}

interface Succession {
  readonly licenceId: string;
  readonly caseId: string | null;
  readonly caseNumber: string;
  readonly content?: ContentInput;
  readonly holder?: Holder;
}

interface Decided {
  readonly how: 'change' | 'renew' | 'replace';
  readonly reason: string;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

/** Makes the next version and supersedes the one before; only a licence that holds now can be succeeded. */
async function succeed(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  input: Succession,
  decide: (about: { row: LicenceRow; kind: KindRow; today: Day }) => Decided,
): Promise<IssuedLicence> {
  const { centreId } = actor;
  const before = orNotFound(await repository.lockLicence(tx, centreId, input.licenceId));
  const kind = await getIssuedKind(tx, centreId, before.kind_code);
  const { today, centre } = await centreDay(deps, tx, centreId);
  if (!isChangeable({ state: before.state, validUntil: before.valid_until }, today))
    throw new ProblemError(problems.notInState);
  if (before.edition >= LAST_EDITION) throw new ProblemError(problems.lastVersion);
  const decided = decide({ row: before, kind, today });
  const disclosure = openDisclosure(deps.cipher, before);
  const holder = input.holder ?? toHolder(before, disclosure.holder);
  const members = await repository.listMembers(tx, centreId, [before.licence_id]);
  const newest = await repository.listNewest(
    tx,
    centreId,
    members.map((member) => member.lineage_id),
  );
  const row = await makeEdition(deps, {
    centreId,
    licenceId: newId(deps.clock),
    lineageId: before.lineage_id,
    edition: before.edition + 1,
    kind,
    number: before.number,
    serial: before.serial,
    holder,
    holderId: (await deps.parties.findLivePartyId(tx, centreId, holder.partyId)) ?? holder.partyId,
    authority: {
      name: { 'zh-CN': before.authority_zh, en: before.authority_en },
      creditCode: before.authority_code,
      departmentId: before.department_id,
    },
    caseId: input.caseId,
    caseNumber: input.caseNumber,
    content: toContent(kind, input.content ?? {}, disclosure.content),
    issuedOn: today,
    validFrom: decided.validFrom,
    validUntil: decided.validUntil,
    memberIdentifiers: newest.map((member) => member.identifier),
    isDemonstration: centre?.isDemonstration ?? false,
  });
  supersede(deps, tx, actor, before, { ...decided, ...input });
  repository.insertLicence(tx, row);
  insertMembers(
    tx,
    row,
    members.map((member) => member.lineage_id),
  );
  const { how, reason } = decided;
  licenceIssued(tx, deps.clock, actor, row, { how, formerId: before.licence_id, reason });
  return toIssued(deps, row);
}

function supersede(
  { clock }: LicencesDeps,
  tx: Tx,
  actor: Actor,
  before: LicenceRow,
  { how, reason, caseId, caseNumber }: Decided & Succession,
): void {
  const after: LicenceRow = {
    ...before,
    state: 'superseded',
    version: before.version + 1,
    updated_at: clock.now(),
  };
  repository.updateLicence(tx, after);
  keepHistory(tx, clock, actor, after, {
    act: how,
    toState: 'superseded',
    reason,
    caseId,
    caseNumber,
  });
}

function toHolder(
  row: LicenceRow,
  known: { readonly name: string; readonly identifierKind: string; readonly identifier: string },
): Holder {
  const kind = IdentifierKind.safeParse(known.identifierKind);
  return {
    partyId: row.issued_to,
    kind: row.holder_kind,
    name: known.name,
    identifier: kind.success ? { kind: kind.data, shown: known.identifier } : null,
  };
}

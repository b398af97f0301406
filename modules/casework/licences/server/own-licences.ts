import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Member,
  type OwnLicence,
  type OwnLicences,
  permissions,
  problems,
  type Proof,
} from '../contract.ts';
import { verifyUrl } from './addresses.ts';
import type { LicencesDeps } from './deps.ts';
import * as repository from './repository.ts';
import { daysLeft, REMINDER_DAYS, renewFrom } from './rules.ts';
import { makeProof } from './signature.ts';
import type { LicenceRow } from './tables.ts';
import { openDisclosure } from './vault.ts';
import { type Around, currentState, loadAround, loadMembers, toFields, toSummary } from './view.ts';

interface Wallet {
  readonly partyId: string;
  readonly personId: string;
  readonly rows: readonly LicenceRow[];
  readonly around: Around;
}

/**
 * The licences of whoever signed in, or of the firm that they act for: of a firm those of the departments that their
 * mandate covers. Refuses staff, devices and sign-ins without a record.
 */
export async function openWallet(deps: LicencesDeps, db: Db, actor: Actor): Promise<Wallet> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const acting = await deps.parties.findActingParty(db, actor);
  if (acting === undefined) throw new ProblemError(problems.notLinked);
  const around = await loadAround(deps, db, actor.centreId);
  const rows = await repository.listOfHolder(db, actor.centreId, acting.partyId);
  const covered = await listCovered(
    deps,
    db,
    actor.centreId,
    { ...acting, day: around.today },
    rows,
  );
  return { ...acting, rows: rows.filter((row) => covered.has(row.department_id)), around };
}

/** The departments in whose matters the person may act for the holder on that day. */
async function listCovered(
  { parties, organisation }: LicencesDeps,
  db: Db,
  centreId: number,
  acting: { readonly partyId: string; readonly personId: string; readonly day: Day },
  rows: readonly LicenceRow[],
): Promise<ReadonlySet<string>> {
  const departmentIds = [...new Set(rows.map((row) => row.department_id))];
  if (acting.partyId === acting.personId) return new Set(departmentIds);
  const { departments } = await organisation.loadDirectory(db, centreId);
  const answers = await Promise.all(
    departmentIds.map((id) =>
      parties.mayRepresent(db, centreId, {
        principalId: acting.partyId,
        representativeId: acting.personId,
        departmentCode: departments.byId.get(id)?.code,
        day: acting.day,
      }),
    ),
  );
  return new Set(departmentIds.filter((_id, index) => answers[index]));
}

/** One licence of the wallet; another's is not found. */
export async function getOwnRow(
  deps: LicencesDeps,
  db: Db,
  actor: Actor,
  licenceId: string,
): Promise<{ row: LicenceRow; around: Around }> {
  const { rows, around } = await openWallet(deps, db, actor);
  return { row: orNotFound(rows.find((row) => row.licence_id === licenceId)), around };
}

export async function listOwnLicences(deps: LicencesDeps, actor: Actor): Promise<OwnLicences> {
  const { db } = deps.database;
  const wallet = await openWallet(deps, db, actor);
  const { partyId, personId, rows, around } = wallet;
  const [members, holder, person] = await Promise.all([
    loadMembers(db, actor.centreId, rows, around),
    deps.parties.findPartyInFull(db, actor.centreId, partyId),
    partyId === personId ? undefined : deps.parties.findPartySummary(db, actor.centreId, personId),
  ]);
  return {
    holder: holder?.name ?? '',
    actingPerson: person?.name ?? null,
    items: rows.map((row) => toOwn(deps, row, members.get(row.licence_id) ?? [], around)),
  };
}

export async function getOwnLicence(
  deps: LicencesDeps,
  actor: Actor,
  licenceId: string,
): Promise<OwnLicence> {
  const { db } = deps.database;
  const { row, around } = await getOwnRow(deps, db, actor, licenceId);
  const members = await loadMembers(db, actor.centreId, [row], around);
  return toOwn(deps, row, members.get(licenceId) ?? [], around);
}

export async function proveOwn(
  deps: LicencesDeps,
  actor: Actor,
  licenceId: string,
): Promise<Proof> {
  const { row, around } = await getOwnRow(deps, deps.database.db, actor, licenceId);
  return makeProof(deps, row, currentState(row, around), true);
}

const FIRST_REMINDER = Math.max(...REMINDER_DAYS);

function toOwn(deps: LicencesDeps, row: LicenceRow, members: Member[], around: Around): OwnLicence {
  const { departmentId: _departmentId, ...summary } = toSummary(row, around);
  const kind = around.kinds.get(row.kind_code);
  const disclosure = openDisclosure(deps.cipher, row);
  const left = row.valid_until === null ? null : daysLeft(row.valid_until, around.today);
  return {
    ...summary,
    holder: { ...summary.holder, name: disclosure.holder.name },
    holderIdentifier: disclosure.holder.identifier,
    content: toFields(kind, disclosure),
    members,
    token: row.token,
    verifyUrl: verifyUrl(deps.publicUrl, row.token),
    hasDuplicate: kind?.has_duplicate ?? false,
    daysLeft: left,
    renewFrom: renewFrom(row.valid_until, kind?.renew_from_days ?? null) ?? null,
    endsSoon: summary.state === 'valid' && left !== null && left <= FIRST_REMINDER,
  };
}

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Ban,
  type BookInput,
  type MoveInput,
  type OwnBooking,
  permissions,
  problems,
} from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { bannedUntil } from '../rules.ts';
import type { BookingRow } from '../tables.ts';
import { type Around, loadAround, toOwnBooking } from '../view.ts';
import { cancelRow, moveRow } from './change-booking.ts';
import { makeBooking } from './make-booking.ts';

/** For whom the citizen acts. Refuses staff, devices and sign-ins without a record. */
async function requireActing({ parties }: AppointmentsDeps, db: Db, actor: Actor) {
  authorise(actor, permissions.bookOwn.name, { ownerId: actor.id });
  const acting = await parties.findActingParty(db, actor);
  if (acting === undefined) throw new ProblemError(problems.notLinked);
  return acting;
}

async function findBan(
  db: Db,
  centreId: number,
  personId: string,
  { settings, centre }: Around,
): Promise<Ban | null> {
  const since = addDays(centre.today, -(settings.banDays + settings.missedWithinDays));
  const days = await repository.listMissedDays(db, centreId, personId, since);
  const until = bannedUntil(days, centre.today, settings);
  return until === undefined ? null : { until, missed: days.length };
}

export async function listOwnBookings(
  deps: AppointmentsDeps,
  actor: Actor,
): Promise<{ items: OwnBooking[]; ban: Ban | null }> {
  const { db } = deps.database;
  const { partyId, personId } = await requireActing(deps, db, actor);
  const around = await loadAround(deps, db, actor.centreId);
  const [rows, ban] = await Promise.all([
    repository.listOwn(db, actor.centreId, partyId),
    findBan(db, actor.centreId, personId, around),
  ]);
  return { items: rows.map((row) => toOwnBooking(deps, row, around)), ban };
}

/** Books for whoever signed in, or the firm that they act for. A repeat with the same key gives the same booking. */
export async function bookOwn(
  deps: AppointmentsDeps,
  actor: Actor,
  input: BookInput,
  once: Once,
): Promise<OwnBooking> {
  return deps.database.transaction(async (tx) => {
    const acting = await requireActing(deps, tx, actor);
    const around = await loadAround(deps, tx, actor.centreId);
    const ban = await findBan(tx, actor.centreId, acting.personId, around);
    if (ban !== null) throw new ProblemError(problems.banned, { day: ban.until });
    const booker = { ...acting, accountId: actor.id, channel: 'online' } as const;
    const row = await makeBooking({ deps, tx, actor }, input, booker);
    const view = toOwnBooking(deps, row, around);
    once.claim(tx, view);
    return view;
  });
}

export async function moveOwn(
  deps: AppointmentsDeps,
  actor: Actor,
  id: string,
  input: MoveInput,
  once: Once,
): Promise<OwnBooking> {
  return changeOwn(deps, actor, id, once, (tx, row, around) =>
    moveRow({ deps, tx, actor }, row, input, around),
  );
}

export async function cancelOwn(
  deps: AppointmentsDeps,
  actor: Actor,
  id: string,
  version: number,
  once: Once,
): Promise<OwnBooking> {
  return changeOwn(deps, actor, id, once, (tx, row, around) =>
    cancelRow({ deps, tx, actor }, row, { version, reason: '' }, around),
  );
}

type Change = (tx: Tx, row: BookingRow, around: Around) => Promise<BookingRow>;

async function changeOwn(
  deps: AppointmentsDeps,
  actor: Actor,
  id: string,
  once: Once,
  change: Change,
): Promise<OwnBooking> {
  return deps.database.transaction(async (tx) => {
    const { partyId } = await requireActing(deps, tx, actor);
    const row = orNotFound(await repository.lockBooking(tx, actor.centreId, id));
    // Another's is not found, so that nobody learns that it exists.
    orNotFound(row.party_id === partyId ? row : undefined);
    const around = await loadAround(deps, tx, actor.centreId);
    const view = toOwnBooking(deps, await change(tx, row, around), around);
    once.claim(tx, view);
    return view;
  });
}

/** By the address of the appointment, which only its holder was told. */
export async function getByToken(
  deps: AppointmentsDeps,
  actor: Actor,
  token: string,
): Promise<OwnBooking> {
  const { db } = deps.database;
  const row = orNotFound(await repository.findByToken(db, actor.centreId, token));
  return toOwnBooking(deps, row, await loadAround(deps, db, actor.centreId));
}

export async function cancelByToken(
  deps: AppointmentsDeps,
  actor: Actor,
  token: string,
  version: number,
): Promise<OwnBooking> {
  return deps.database.transaction(async (tx) => {
    const found = orNotFound(await repository.findByToken(tx, actor.centreId, token));
    const row = orNotFound(await repository.lockBooking(tx, actor.centreId, found.booking_id));
    const around = await loadAround(deps, tx, actor.centreId);
    const after = await cancelRow({ deps, tx, actor }, row, { version, reason: '' }, around);
    return toOwnBooking(deps, after, around);
  });
}

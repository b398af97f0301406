import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type BookForInput,
  type Booking,
  type MoveInput,
  permissions,
  problems,
} from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import { tellOf } from '../events.ts';
import { findGroup } from '../repository-groups.ts';
import * as repository from '../repository.ts';
import type { BookingRow } from '../tables.ts';
import { type Around, loadAround, toBooking } from '../view.ts';
import { cancelRow, moveRow } from './change-booking.ts';
import { makeBooking } from './make-booking.ts';

/** Books for somebody who is here or on the phone. */
export async function bookFor(
  deps: AppointmentsDeps,
  actor: Actor,
  { partyId, channel, ...input }: BookForInput,
  once: Once,
): Promise<Booking> {
  return deps.database.transaction(async (tx) => {
    const group = orNotFound(await findGroup(tx, actor.centreId, input.groupId));
    authorise(actor, permissions.book.name, { siteId: group.site_id });
    const booker = { partyId, personId: partyId, accountId: null, channel };
    const row = await makeBooking({ deps, tx, actor }, input, booker);
    const view = toBooking(row, await loadAround(deps, tx, actor.centreId));
    once.claim(tx, view);
    return view;
  });
}

type Change = (tx: Tx, row: BookingRow, around: Around) => Promise<BookingRow> | BookingRow;

interface By {
  readonly actor: Actor;
  readonly permission: string;
  readonly once: Once;
}

async function changeAs(
  deps: AppointmentsDeps,
  { actor, permission, once }: By,
  id: string,
  change: Change,
): Promise<Booking> {
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockBooking(tx, actor.centreId, id));
    authorise(actor, permission, { siteId: row.site_id });
    const around = await loadAround(deps, tx, actor.centreId);
    const view = toBooking(await change(tx, row, around), around);
    once.claim(tx, view);
    return view;
  });
}

export const moveBooking = (
  deps: AppointmentsDeps,
  actor: Actor,
  id: string,
  input: MoveInput,
  once: Once,
): Promise<Booking> =>
  changeAs(deps, { actor, permission: permissions.book.name, once }, id, (tx, row, around) =>
    moveRow({ deps, tx, actor }, row, input, around),
  );

export const cancelBooking = (
  deps: AppointmentsDeps,
  actor: Actor,
  id: string,
  input: { readonly version: number; readonly reason: string },
  once: Once,
): Promise<Booking> =>
  changeAs(deps, { actor, permission: permissions.book.name, once }, id, (tx, row, around) =>
    cancelRow({ deps, tx, actor }, row, input, around),
  );

/** Takes a missed appointment off the count, for a reason that is kept. */
export const excuseMissed = (
  deps: AppointmentsDeps,
  actor: Actor,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
  once: Once,
): Promise<Booking> =>
  changeAs(deps, { actor, permission: permissions.excuse.name, once }, id, (tx, row) => {
    requireVersion(row, version);
    if (row.state !== 'missed' || row.is_excused) throw new ProblemError(problems.notInState);
    const after: BookingRow = {
      ...row,
      is_excused: true,
      reason,
      version: version + 1,
      updated_at: deps.clock.now(),
    };
    repository.updateBooking(tx, after);
    tellOf({ deps, tx, actor }, 'excused', after, { reason });
    return after;
  });

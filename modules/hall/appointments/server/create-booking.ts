import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { permissions, problems, type Booking, type BookingInput } from '../contract.ts';
import type { AppointmentsDeps } from './deps.ts';
import { bookingChanged } from './events.ts';
import * as repository from './repository.ts';
import type { BookingRow } from './tables.ts';
import { toBooking, toColumns } from './view.ts';

/** Adds a booking. A repeat with the same key gives the same one. */
export async function createBooking(
  { database, clock }: AppointmentsDeps,
  actor: Actor,
  input: BookingInput,
  once: Once,
): Promise<Booking> {
  authorise(actor, permissions.manage.name);
  const row: BookingRow = {
    centre_id: actor.centreId,
    booking_id: newId(),
    ...toColumns(input),
    version: 1,
    updated_at: clock.now(),
  };
  return refuseDuplicate('booking_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      repository.insertBooking(tx, row);
      bookingChanged(tx, clock, actor, { act: 'created', after: row });
      const view = toBooking(row);
      once.claim(tx, view);
      return view;
    }),
  );
}

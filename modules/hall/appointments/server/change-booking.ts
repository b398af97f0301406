import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { refuseDuplicate } from '#kernel/db/errors.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, problems, type Booking, type BookingChange } from '../contract.ts';
import type { AppointmentsDeps } from './deps.ts';
import { bookingChanged } from './events.ts';
import * as repository from './repository.ts';
import { toBooking, toColumns } from './view.ts';

/** Changes a booking; refuses over a version that the editor has not seen. */
export async function changeBooking(
  { database, clock }: AppointmentsDeps,
  actor: Actor,
  id: string,
  input: BookingChange,
  once: Once,
): Promise<Booking> {
  authorise(actor, permissions.manage.name);
  return refuseDuplicate('booking_code_unique', problems.codeTaken, { code: input.code }, () =>
    database.transaction(async (tx) => {
      const before = orNotFound(await repository.lockBooking(tx, actor.centreId, id));
      requireVersion(before, input.version);
      const row = {
        ...before,
        ...toColumns(input),
        version: before.version + 1,
        updated_at: clock.now(),
      };
      repository.updateBooking(tx, row);
      bookingChanged(tx, clock, actor, { act: 'changed', before, after: row });
      const view = toBooking(row);
      once.claim(tx, view);
      return view;
    }),
  );
}

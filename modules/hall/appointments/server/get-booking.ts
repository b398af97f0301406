import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type Booking } from '../contract.ts';
import type { AppointmentsDeps } from './deps.ts';
import * as repository from './repository.ts';
import { toBooking } from './view.ts';

/** One booking of the actor's centre. */
export async function getBooking(
  { database }: AppointmentsDeps,
  actor: Actor,
  id: string,
): Promise<Booking> {
  authorise(actor, permissions.view.name);
  return toBooking(orNotFound(await repository.findBooking(database.db, actor.centreId, id)));
}

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../contract.ts';
import { findPersonOfAccount } from './repository.ts';
import type { PersonRow } from './tables.ts';

/** The person to whom the actor's account belongs; refuses with `staff/not-on-staff`. */
export async function getOwnPerson(db: Db, actor: Actor): Promise<PersonRow> {
  const person = await findPersonOfAccount(db, actor.centreId, actor.id);
  if (person === undefined) throw new ProblemError(problems.notOnStaff);
  return person;
}

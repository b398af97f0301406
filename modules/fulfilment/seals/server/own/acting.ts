import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems } from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import { findOfParty } from '../repository-makers.ts';
import type { MakerRow } from '../tables.ts';

/** The firm that somebody signed in for. Refuses staff, devices and sign-ins without a record. */
export async function requireOwn({ parties }: SealsDeps, db: Db, actor: Actor) {
  authorise(actor, permissions.claimOwn.name, { ownerId: actor.id });
  const acting = await parties.findActingParty(db, actor);
  if (acting === undefined) throw new ProblemError(problems.notLinked);
  return acting;
}

/** The maker that somebody signed in for; undefined for everybody else. One that is suspended still finishes what it has. */
export async function findMaker(
  { parties }: SealsDeps,
  db: Db,
  actor: Actor,
): Promise<MakerRow | undefined> {
  authorise(actor, permissions.makeOwn.name, { ownerId: actor.id });
  const acting = await parties.findActingParty(db, actor);
  return acting && findOfParty(db, actor.centreId, acting.partyId);
}

/** The same, where only a maker may go on. */
export async function requireMaker(deps: SealsDeps, db: Db, actor: Actor): Promise<MakerRow> {
  const maker = await findMaker(deps, db, actor);
  if (maker === undefined) throw new ProblemError(problems.notAMaker);
  return maker;
}

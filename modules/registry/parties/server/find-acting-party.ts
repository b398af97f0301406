import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';

import * as repository from './repository.ts';
import { parseSubject } from './subject.ts';
import type { PartyRow } from './tables.ts';

export interface ActingParty {
  readonly party: PartyRow;
  /** The natural person who signed in; the same record when they act for themselves. */
  readonly person: PartyRow;
}

/** The live record that a party became: itself, or the one it was merged into; undefined when it is gone. */
export async function findLive(
  db: Db,
  centreId: number,
  partyId: string,
): Promise<PartyRow | undefined> {
  let row = await repository.findParty(db, centreId, partyId);
  while (row !== undefined && row.merged_into !== null)
    row = await repository.findParty(db, centreId, row.merged_into);
  return row?.status === 'active' ? row : undefined;
}

/** For whom a signed-in citizen acts; undefined for staff, devices and sign-ins without a record. */
export async function findActingParty(db: Db, actor: Actor): Promise<ActingParty | undefined> {
  const subject = actor.kind === 'citizen' ? parseSubject(actor.subject) : undefined;
  if (subject === undefined) return undefined;
  const [party, person] = await Promise.all([
    findLive(db, actor.centreId, subject.partyId),
    findLive(db, actor.centreId, subject.personId),
  ]);
  return party === undefined || person === undefined ? undefined : { party, person };
}

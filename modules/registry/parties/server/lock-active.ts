import type { Tx } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../contract.ts';
import * as repository from './repository.ts';
import type { PartyRow } from './tables.ts';

/** The record, kept from others until the transaction ends; refuses one that was merged or erased. */
export async function lockActive(tx: Tx, centreId: number, partyId: string): Promise<PartyRow> {
  const row = orNotFound((await repository.lockParties(tx, centreId, [partyId])).get(partyId));
  if (row.status !== 'active') throw new ProblemError(problems.notActive);
  return row;
}

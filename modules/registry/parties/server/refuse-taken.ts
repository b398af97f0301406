import { isDuplicate } from '#kernel/db/errors.ts';
import type { Db } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type IdentifierKind, problems } from '../contract.ts';
import { toComparable } from './numbers.ts';
import { findHolders } from './repository-search.ts';
import * as repository from './repository.ts';
import { maskNumber, shownName, type Viewing } from './view.ts';

interface Wanted {
  readonly kind: IdentifierKind;
  readonly number: string;
}

/** The party that holds the number, under whatever kind of paper; undefined when nobody does. */
export async function findHolder(
  db: Db,
  { vault }: Viewing,
  centreId: number,
  { kind, number }: Wanted,
) {
  const indexes = vault.findNumber(toComparable(kind, number));
  const [holder] = await findHolders(db, centreId, indexes);
  return holder && repository.findParty(db, centreId, holder.party_id);
}

/** Refuses a number that another party holds, naming that party masked. */
export async function refuseTaken(
  db: Db,
  viewing: Viewing,
  centreId: number,
  wanted: Wanted | null,
  exceptPartyId?: string,
): Promise<void> {
  if (wanted === null) return;
  const holder = await findHolder(db, viewing, centreId, wanted);
  if (holder === undefined || holder.party_id === exceptPartyId) return;
  throw new ProblemError(
    problems.alreadyRegistered,
    {
      name: shownName(viewing, holder),
      number: maskNumber(wanted.kind, wanted.number),
      partyNo: holder.party_no,
    },
    { more: { partyId: holder.party_id } },
  );
}

/** Runs a write; when another one took the number meanwhile, refuses as if it had been there before. */
export async function refusingTaken<T>(
  db: Db,
  viewing: Viewing,
  centreId: number,
  wanted: Wanted | null,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'identifier_number_unique'))
      await refuseTaken(db, viewing, centreId, wanted);
    throw error;
  }
}

import type { Tx } from '#kernel/db/types.ts';

import type { NewParty } from './draft.ts';
import { insertRows, replaceNameTokens } from './repository-rows.ts';

/** Writes new parties with all that hangs on them. */
export function insertParties(tx: Tx, centreId: number, parties: readonly NewParty[]): void {
  insertRows(
    tx,
    'parties.party',
    parties.map(({ party }) => party),
  );
  insertRows(
    tx,
    'parties.identifier',
    parties.flatMap(({ identifiers }) => identifiers),
  );
  insertRows(
    tx,
    'parties.contact',
    parties.flatMap(({ contacts }) => contacts),
  );
  replaceNameTokens(
    tx,
    centreId,
    parties.filter(({ tokens }) => tokens.length > 0).map(({ party }) => party.party_id),
    parties.flatMap(({ tokens }) => tokens),
  );
}

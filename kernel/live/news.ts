import type { Database } from '../db/database.ts';
import type { EventKind } from '../events/contract.ts';
import { readNewEvents } from '../events/log.ts';
import type { Snapshot } from '../events/snapshot.ts';
import { toMessages } from './message.ts';
import type { Batch } from './stream.ts';

/** More than this at once, or after a break, is not worth sending: the page loads anew. */
const MOST_EVENTS = 1000;

/** Reads what became visible in some centres since a snapshot, as messages. */
export type ReadNews = (centreIds: readonly number[], since: Snapshot) => Promise<Batch>;

/** A reader for the kinds of event that are shown live. */
export function createReadNews(database: Database, events: readonly EventKind[]): ReadNews {
  const shown = events.filter((kind) => kind.live !== undefined);
  const kinds = new Map(shown.map((kind) => [kind.name, kind]));
  const names = [...kinds.keys()];
  return async (centreIds, since) => {
    const question = { centreIds, names, since, limit: MOST_EVENTS + 1 };
    const { after, rows } = await readNewEvents(database.db, question);
    const messages = rows.flatMap((row) => {
      const kind = kinds.get(row.name);
      return kind === undefined ? [] : toMessages(kind, row);
    });
    return { after, messages, isTooMuch: rows.length > MOST_EVENTS };
  };
}

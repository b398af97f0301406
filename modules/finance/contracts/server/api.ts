import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';

import type { MeteredEvent } from '../contract.ts';
import { addFigures, toFigures } from './figures.ts';
import { insertCounted } from './repository-contracts.ts';
import { listLines } from './repository.ts';

/** What a project may spend in a year and what was paid of it, now. */
export interface ProjectProgress {
  readonly limitFen: Fen;
  readonly paidFen: Fen;
}

/** What other modules may ask of contracts. */
export interface ContractsApi {
  /**
   * Hands operational events to whatever metered contract pays for their kind, in the caller's transaction. An event that was
   * handed over before stays as it is.
   */
  count(tx: Tx, actor: Actor, events: readonly MeteredEvent[]): void;
  /** What a project of a year may spend, and what was paid. */
  getProgress(
    db: Db,
    centreId: number,
    project: { readonly year: number; readonly code: string },
  ): Promise<ProjectProgress>;
}

export const contractsApi: ContractsApi = {
  count: (tx, { centreId }, events) => {
    insertCounted(
      tx,
      events.map((event) => ({
        centre_id: centreId,
        event_type: event.eventType,
        event_key: event.key,
        day: event.day,
        quantity: event.quantity,
        settlement_id: null,
      })),
    );
  },
  getProgress: async (db, centreId, { year, code }) => {
    const lines = await listLines(db, centreId, year);
    const own = lines.filter((line) => line.project_code === code).map(toFigures);
    const { approvedFen, adjustedFen, buckets } = addFigures(own);
    return { limitFen: approvedFen + adjustedFen, paidFen: buckets.paid };
  },
};

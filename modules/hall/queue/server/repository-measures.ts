import { sql } from 'kysely';

import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { heardOf } from './repository-look.ts';
import { tables } from './repository.ts';
import type { DayCheckRow, TicketRow, VisitMeasureRow, WindowMeasureRow } from './tables.ts';

// A statement carries at most 65,535 values.
const ROWS = 1_000;

/** Replaces what the visits of a day amount to, or those of some tickets alone; how many there were before. */
export async function replaceVisits(
  tx: Tx,
  centreId: number,
  of: { readonly day: string; readonly measured: readonly string[] | undefined },
  visits: readonly VisitMeasureRow[],
): Promise<number> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('queue.visit_measure')
    .where('centre_id', '=', centreId)
    .where('day', '=', of.day)
    .$if(of.measured !== undefined, (query) =>
      query.where(sql<boolean>`ticket_id = any(${of.measured ?? []}::uuid[])`),
    )
    .executeTakeFirstOrThrow();
  for (let from = 0; from < visits.length; from += ROWS)
    send(
      tx,
      tables(tx)
        .insertInto('queue.visit_measure')
        .values(visits.slice(from, from + ROWS)),
    );
  return Number(numDeletedRows);
}

/** Replaces what the windows of a day amount to. */
export function replaceWindows(
  tx: Tx,
  centreId: number,
  day: string,
  windows: readonly WindowMeasureRow[],
): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('queue.window_measure')
      .where('centre_id', '=', centreId)
      .where('day', '=', day),
  );
  for (let from = 0; from < windows.length; from += ROWS)
    send(
      tx,
      tables(tx)
        .insertInto('queue.window_measure')
        .values(windows.slice(from, from + ROWS)),
    );
}

/** Tickets of a day as their current rows say, to be held against their record; since a moment, those of which anything was heard. */
export function listDayTickets(
  db: Db,
  centreId: number,
  of: { readonly day: string; readonly heardSince?: Date | undefined },
): Promise<TicketRow[]> {
  const { day, heardSince } = of;
  return tables(db)
    .selectFrom('queue.ticket')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '=', day)
    .$if(heardSince !== undefined, (query) =>
      query.where('ticket_id', 'in', heardOf(db, centreId, day, heardSince ?? new Date(0))),
    )
    .orderBy('ticket_id')
    .execute();
}

/** What was found when a day was looked at last. */
export function findDayCheck(
  db: Db,
  centreId: number,
  day: string,
): Promise<DayCheckRow | undefined> {
  return tables(db)
    .selectFrom('queue.day_check')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '=', day)
    .executeTakeFirst();
}

/** Keeps what the recount of a day found, in place of an earlier one. */
export function putDayCheck(tx: Tx, row: DayCheckRow): void {
  const { centre_id: _centre, day: _day, ...changes } = row;
  send(
    tx,
    tables(tx)
      .insertInto('queue.day_check')
      .values(row)
      .onConflict((conflict) => conflict.columns(['centre_id', 'day']).doUpdateSet(changes)),
  );
}

/** Days of a span whose last recount found differences. */
export function listDifferingDays(
  db: Db,
  centreId: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<DayCheckRow[]> {
  return tables(db)
    .selectFrom('queue.day_check')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where(sql<boolean>`differing <> '[]'::jsonb`)
    .orderBy('day')
    .execute();
}

import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { ContractRow, CountedRow } from './tables.ts';

/** Events that no settlement has or asks for, up to a day; kept from others until the transaction ends. */
export function lockUncounted(
  tx: Tx,
  centreId: number,
  eventType: string,
  [from, until]: readonly [Day, Day],
): Promise<CountedRow[]> {
  return tables(tx)
    .selectFrom('contracts.counted_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('event_type', '=', eventType)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('settlement_id', 'is', null)
    .where('proposal_id', 'is', null)
    .orderBy('event_key')
    .forUpdate()
    .execute();
}

/** Freezes the events of a settlement: what was locked and nothing that came in since. */
export function countEvents(
  tx: Tx,
  centreId: number,
  eventType: string,
  keys: readonly string[],
  settlementId: string,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('contracts.counted_event')
      .set({ settlement_id: settlementId })
      .where('centre_id', '=', centreId)
      .where('event_type', '=', eventType)
      .where('settlement_id', 'is', null)
      .where(sql<boolean>`event_key = any(${[...keys]}::text[])`),
  );
}

/** Gives the events of a reversed settlement back, to be counted anew. */
export function uncountEvents(tx: Tx, centreId: number, settlementId: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('contracts.counted_event')
      .set({ settlement_id: null, proposal_id: null })
      .where('centre_id', '=', centreId)
      .where('settlement_id', '=', settlementId),
  );
}

/** Takes in events that were counted; one that is known already stays as it is. */
export function insertCounted(tx: Tx, rows: readonly CountedRow[]): void {
  for (let at = 0; at < rows.length; at += 1000)
    send(
      tx,
      tables(tx)
        .insertInto('contracts.counted_event')
        .values(rows.slice(at, at + 1000))
        .onConflict((conflict) =>
          conflict.columns(['centre_id', 'event_type', 'event_key']).doNothing(),
        ),
    );
}

/** The events of a proposal that no settlement has; kept from others until the transaction ends. */
export function lockProposed(tx: Tx, centreId: number, proposalId: string): Promise<CountedRow[]> {
  return tables(tx)
    .selectFrom('contracts.counted_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('proposal_id', '=', proposalId)
    .where('settlement_id', 'is', null)
    .orderBy('event_key')
    .forUpdate()
    .execute();
}

/** Events by their keys; kept from others until the transaction ends. */
export function lockCounted(
  tx: Tx,
  centreId: number,
  eventType: string,
  keys: readonly string[],
): Promise<CountedRow[]> {
  return tables(tx)
    .selectFrom('contracts.counted_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('event_type', '=', eventType)
    .where(sql<boolean>`event_key = any(${[...keys]}::text[])`)
    .orderBy('event_key')
    .forUpdate()
    .execute();
}

/** Sets events aside for a proposal. */
export function proposeEvents(
  tx: Tx,
  centreId: number,
  eventType: string,
  keys: readonly string[],
  proposalId: string,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('contracts.counted_event')
      .set({ proposal_id: proposalId })
      .where('centre_id', '=', centreId)
      .where('event_type', '=', eventType)
      .where(sql<boolean>`event_key = any(${[...keys]}::text[])`),
  );
}

/** Gives the events of a proposal that came to nothing back. */
export function freeProposed(tx: Tx, centreId: number, proposalId: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('contracts.counted_event')
      .set({ proposal_id: null })
      .where('centre_id', '=', centreId)
      .where('proposal_id', '=', proposalId)
      .where('settlement_id', 'is', null),
  );
}

/** Takes events out again that were counted by mistake. */
export function deleteCounted(
  tx: Tx,
  centreId: number,
  eventType: string,
  keys: readonly string[],
): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('contracts.counted_event')
      .where('centre_id', '=', centreId)
      .where('event_type', '=', eventType)
      .where(sql<boolean>`event_key = any(${[...keys]}::text[])`),
  );
}

/** Running metered contracts of a kind of event that serve on a day, the one signed last first. */
export function listMetered(
  db: Db,
  centreId: number,
  eventType: string,
  onDay: Day,
): Promise<ContractRow[]> {
  return tables(db)
    .selectFrom('contracts.contract')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('type', '=', 'metered')
    .where('state', '=', 'running')
    .where('meter_event', '=', eventType)
    .where((eb) => eb(eb.fn.coalesce('serves_from', 'signed_on'), '<=', onDay))
    .where((eb) => eb.or([eb('serves_until', 'is', null), eb('serves_until', '>=', onDay)]))
    .orderBy('signed_on', 'desc')
    .orderBy('contract_id', 'desc')
    .execute();
}

export interface CountedDay {
  readonly event_type: string;
  readonly day: Day;
  readonly quantity: number;
  readonly open: number;
}

/** By kind of event and day: how many, and how many of them no settlement has. */
export async function sumCounted(
  db: Db,
  centreId: number,
  eventTypes: readonly string[],
): Promise<CountedDay[]> {
  if (eventTypes.length === 0) return [];
  return tables(db)
    .selectFrom('contracts.counted_event')
    .where('centre_id', '=', centreId)
    .where('event_type', 'in', [...eventTypes])
    .select([
      'event_type',
      'day',
      sql<number>`sum(quantity)::integer`.as('quantity'),
      sql<number>`coalesce(sum(quantity) filter (where settlement_id is null), 0)::integer`.as(
        'open',
      ),
    ])
    .groupBy(['event_type', 'day'])
    .orderBy('day')
    .execute();
}

/** Every counted event, for the sheet. */
export function listCounted(db: Db, centreId: number): Promise<CountedRow[]> {
  return tables(db)
    .selectFrom('contracts.counted_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .orderBy('event_type')
    .orderBy('event_key')
    .execute();
}

/** A page of the events of a settlement, by day. One row more than asked for, when there is one. */
export function listCountedOf(
  db: Db,
  centreId: number,
  settlementId: string,
  page: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<CountedRow[]> {
  return tables(db)
    .selectFrom('contracts.counted_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('settlement_id', '=', settlementId)
    .where(afterCursor(page.cursor, ['day', 'event_key']))
    .orderBy('day')
    .orderBy('event_key')
    .limit(page.limit + 1)
    .execute();
}

export async function countCountedOf(
  db: Db,
  centreId: number,
  settlementId: string,
): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('contracts.counted_event')
    .where('centre_id', '=', centreId)
    .where('settlement_id', '=', settlementId)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How much of one kind was counted on some days, both included. */
export async function sumCountedBetween(
  db: Db,
  { centreId, from, until }: { readonly centreId: number; readonly from: Day; readonly until: Day },
  eventType: string,
): Promise<number> {
  const { quantity } = await tables(db)
    .selectFrom('contracts.counted_event')
    .where('centre_id', '=', centreId)
    .where('event_type', '=', eventType)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .select(sql<number>`coalesce(sum(quantity), 0)::integer`.as('quantity'))
    .executeTakeFirstOrThrow();
  return quantity;
}

import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { LicenceRow, ReminderRow } from './tables.ts';

/** Licences whose last day lies before a day and that are not recorded as expired, kept from others. */
export function lockOver(tx: Tx, centreId: number, day: Day, limit: number): Promise<LicenceRow[]> {
  return tables(tx)
    .selectFrom('licences.licence')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', 'in', ['valid', 'suspended'])
    .where('valid_until', '<', day)
    .orderBy('valid_until')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export interface Ending {
  readonly row: LicenceRow;
  /** Steps of which a reminder went out. */
  readonly reminded: readonly number[];
}

/** Valid licences that end within a span of days, after a licence id, with the reminders that went out. */
export async function listEnding(
  db: Db,
  centreId: number,
  span: { readonly from: Day; readonly to: Day; readonly afterId: string; readonly limit: number },
): Promise<Ending[]> {
  const rows = await tables(db)
    .selectFrom('licences.licence')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('state', '=', 'valid')
    .where('valid_until', '>=', span.from)
    .where('valid_until', '<=', span.to)
    .where('licence_id', '>', span.afterId)
    .orderBy('licence_id')
    .limit(span.limit)
    .execute();
  if (rows.length === 0) return [];
  const reminders = await tables(db)
    .selectFrom('licences.reminder')
    .select(['licence_id', 'days'])
    .where('centre_id', '=', centreId)
    .where(
      'licence_id',
      'in',
      rows.map((row) => row.licence_id),
    )
    .execute();
  return rows.map((row) => ({
    row,
    reminded: reminders.flatMap(({ licence_id, days }) =>
      licence_id === row.licence_id ? [days] : [],
    ),
  }));
}

/** Writes down a reminder; false when it was written before. */
export async function insertReminder(tx: Tx, row: ReminderRow): Promise<boolean> {
  const written = await tables(tx)
    .insertInto('licences.reminder')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('days')
    .executeTakeFirst();
  return written !== undefined;
}

/** Licences that were ever issued to, or stand under, one of two records; kept from others. */
export function lockOfParties(
  tx: Tx,
  centreId: number,
  partyIds: readonly string[],
): Promise<LicenceRow[]> {
  return tables(tx)
    .selectFrom('licences.licence')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) =>
      eb.or([eb('holder_id', 'in', [...partyIds]), eb('issued_to', 'in', [...partyIds])]),
    )
    .orderBy('licence_id')
    .forUpdate()
    .execute();
}

export function setHolder(tx: Tx, row: LicenceRow, holderId: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('licences.licence')
      .set({ holder_id: holderId })
      .where('centre_id', '=', row.centre_id)
      .where('licence_id', '=', row.licence_id),
  );
}

/** Licences whose content is sealed under another key than the current one, kept from others. */
export function lockSealedOtherwise(
  tx: Tx,
  centreId: number,
  currentPrefix: string,
  limit: number,
): Promise<LicenceRow[]> {
  return tables(tx)
    .selectFrom('licences.licence')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where(sql<boolean>`not starts_with(content_sealed, ${currentPrefix})`)
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export function setSealed(tx: Tx, row: LicenceRow, sealed: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('licences.licence')
      .set({ content_sealed: sealed })
      .where('centre_id', '=', row.centre_id)
      .where('licence_id', '=', row.licence_id),
  );
}

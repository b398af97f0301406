import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ListMattersQuery } from '../contract.ts';
import type { CatalogueEntryRow, MatterRow, MattersTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<MattersTables>();

export type MatterFilter = Pick<
  ListMattersQuery,
  'kind' | 'search' | 'departmentCode' | 'taskType' | 'state'
> & { readonly on: Day };

function mattersWhere(db: Db, centreId: number, filter: MatterFilter) {
  const { kind, search, departmentCode, taskType, state } = filter;
  const pattern = `%${search ?? ''}%`;
  return tables(db)
    .selectFrom('matters.matter as m')
    .where('m.centre_id', '=', centreId)
    .where('m.kind', '=', kind)
    .$if(departmentCode !== undefined, (query) =>
      query.where('m.department_code', '=', departmentCode ?? ''),
    )
    .$if(taskType !== undefined, (query) => query.where('m.task_type', '=', taskType ?? null))
    .$if(search !== undefined && search !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb('m.code', 'ilike', pattern),
          eb('m.name_zh', 'ilike', pattern),
          eb('m.name_en', 'ilike', pattern),
        ]),
      ),
    )
    .$if(state !== undefined, (query) => query.where(hasEdition(state ?? 'draft', filter.on)));
}

/** Whether a matter has an edition in this state; `published` means in force on the day or later. */
function hasEdition(state: NonNullable<ListMattersQuery['state']>, on: Day) {
  const editions = sql`matters.edition e WHERE e.centre_id = m.centre_id AND e.matter_id = m.matter_id`;
  switch (state) {
    case 'draft':
    case 'in-review':
      return sql<boolean>`EXISTS (SELECT 1 FROM ${editions} AND e.state = ${state})`;
    case 'published':
      return sql<boolean>`EXISTS (SELECT 1 FROM ${editions} AND e.state = 'published'
        AND (e.valid_until IS NULL OR e.valid_until >= ${on}::date))`;
    case 'withdrawn':
      return sql<boolean>`EXISTS (SELECT 1 FROM ${editions} AND e.state = 'withdrawn')
        AND NOT EXISTS (SELECT 1 FROM ${editions} AND e.state = 'published'
        AND (e.valid_until IS NULL OR e.valid_until >= ${on}::date))`;
    case 'never-published':
      return sql<boolean>`NOT EXISTS (SELECT 1 FROM ${editions} AND e.state IN ('published', 'withdrawn'))`;
  }
}

export function listMatters(
  db: Db,
  centreId: number,
  filter: MatterFilter & { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<MatterRow[]> {
  return mattersWhere(db, centreId, filter)
    .selectAll('m')
    .where(afterCursor(filter.cursor, ['m.code']))
    .orderBy('m.code')
    .limit(filter.limit + 1)
    .execute();
}

export async function countMatters(
  db: Db,
  centreId: number,
  filter: MatterFilter,
): Promise<number> {
  const { count } = await mattersWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const matterWhere = (db: Db, centreId: number, matterId: string) =>
  tables(db)
    .selectFrom('matters.matter')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('matter_id', '=', matterId);

export function findMatter(
  db: Db,
  centreId: number,
  matterId: string,
): Promise<MatterRow | undefined> {
  return matterWhere(db, centreId, matterId).executeTakeFirst();
}

/** The matter, kept from others until the transaction ends. */
export function lockMatter(
  tx: Tx,
  centreId: number,
  matterId: string,
): Promise<MatterRow | undefined> {
  return matterWhere(tx, centreId, matterId).forUpdate().executeTakeFirst();
}

export function insertMatter(tx: Tx, row: MatterRow): void {
  send(tx, tables(tx).insertInto('matters.matter').values(row));
}

export function updateMatter(tx: Tx, row: MatterRow): void {
  const { centre_id, matter_id, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('matters.matter')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('matter_id', '=', matter_id),
  );
}

/** Notes an entry of the 基本目录; one that is there stays as it is. */
export function ensureEntry(tx: Tx, row: CatalogueEntryRow): void {
  send(
    tx,
    tables(tx)
      .insertInto('matters.catalogue_entry')
      .values(row)
      .onConflict((conflict) => conflict.columns(['centre_id', 'catalog_code']).doNothing()),
  );
}

/** The 基本目录 with how many matters implement each entry. */
export function listEntries(
  db: Db,
  centreId: number,
): Promise<Array<CatalogueEntryRow & { matters: number }>> {
  return tables(db)
    .selectFrom('matters.catalogue_entry as entry')
    .selectAll('entry')
    .select((eb) =>
      eb
        .selectFrom('matters.matter as m')
        .whereRef('m.centre_id', '=', 'entry.centre_id')
        .whereRef('m.catalog_code', '=', 'entry.catalog_code')
        .select((inner) => inner.cast<number>(inner.fn.countAll(), 'integer').as('count'))
        .$asScalar()
        .$notNull()
        .as('matters'),
    )
    .where('entry.centre_id', '=', centreId)
    .orderBy('entry.catalog_code')
    .execute();
}

/** The matters of these codes, kept from others until the transaction ends. */
export function lockByCode(
  tx: Tx,
  centreId: number,
  codes: readonly string[],
): Promise<MatterRow[]> {
  return tables(tx)
    .selectFrom('matters.matter')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('code', '=', sql<string>`any(${[...codes]}::text[])`))
    .orderBy('code')
    .forUpdate()
    .execute();
}

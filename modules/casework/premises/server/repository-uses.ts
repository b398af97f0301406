import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { tables } from './repository.ts';
import type { UseRow } from './tables.ts';

const uses = (db: Db, centreId: number) =>
  tables(db).selectFrom('premises.use_record').selectAll().where('centre_id', '=', centreId);

/** Who has applied for these units and is not decided on yet. */
export function listReserved(
  db: Db,
  centreId: number,
  unitIds: readonly string[],
): Promise<UseRow[]> {
  if (unitIds.length === 0) return Promise.resolve([]);
  return uses(db, centreId)
    .where('unit_id', 'in', [...unitIds])
    .where('state', '=', 'reserved')
    .execute();
}

export function listUsesOfCase(db: Db, centreId: number, caseId: string): Promise<UseRow[]> {
  return uses(db, centreId).where('case_id', '=', caseId).execute();
}

export interface UseWithAddress extends UseRow {
  readonly address: string;
}

/** The latest uses of a filing, with the address as it is now. */
export function listUsesOfFiling(
  db: Db,
  centreId: number,
  filingId: string,
): Promise<UseWithAddress[]> {
  return tables(db)
    .selectFrom('premises.use_record as r')
    .innerJoin('premises.unit as u', (join) =>
      join.onRef('u.centre_id', '=', 'r.centre_id').onRef('u.unit_id', '=', 'r.unit_id'),
    )
    .selectAll('r')
    .select('u.address')
    .where('r.centre_id', '=', centreId)
    .where('r.filing_id', '=', filingId)
    .orderBy('r.at', 'desc')
    .orderBy('r.use_id', 'desc')
    .limit(200)
    .execute();
}

export async function countUses(db: Db, centreId: number, filingId: string): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('premises.use_record')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .where('centre_id', '=', centreId)
    .where('filing_id', '=', filingId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Adds a use, or brings the one of the same case and unit up to date. */
export function putUse(tx: Tx, row: UseRow): void {
  const { filed_version, hash, subject_name, credit_code, state, settled_at } = row;
  send(
    tx,
    tables(tx)
      .insertInto('premises.use_record')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['centre_id', 'case_id', 'unit_id', 'role'])
          .doUpdateSet({ filed_version, hash, subject_name, credit_code, state, settled_at }),
      ),
  );
}

export function setUseState(tx: Tx, row: UseRow, state: UseRow['state'], at: Date): void {
  send(
    tx,
    tables(tx)
      .updateTable('premises.use_record')
      .set({ state, settled_at: at })
      .where('centre_id', '=', row.centre_id)
      .where('use_id', '=', row.use_id),
  );
}

/** How many uses were made over days of the centre, both included. */
export async function countUsesBetween(
  db: Db,
  centreId: number,
  span: { readonly from: Day; readonly until: Day; readonly zone: string },
): Promise<{ uses: number; units: number }> {
  return tables(db)
    .selectFrom('premises.use_record')
    .select([
      sql<number>`count(*)::integer`.as('uses'),
      sql<number>`(count(distinct unit_id))::integer`.as('units'),
    ])
    .where('centre_id', '=', centreId)
    .where(
      sql<boolean>`(at at time zone ${span.zone})::date between ${span.from}::date and ${span.until}::date`,
    )
    .executeTakeFirstOrThrow();
}

/** How many units came into the register over days: those of first versions filed then. */
export async function countFiledBetween(
  db: Db,
  centreId: number,
  span: { readonly from: Day; readonly until: Day; readonly zone: string },
): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('premises.filed_version')
    .select(sql<number>`coalesce(sum(jsonb_array_length(body -> 'units')), 0)::integer`.as('count'))
    .where('centre_id', '=', centreId)
    .where('filed_version', '=', 1)
    .where(
      sql<boolean>`(filed_at at time zone ${span.zone})::date between ${span.from}::date and ${span.until}::date`,
    )
    .executeTakeFirstOrThrow();
  return count;
}

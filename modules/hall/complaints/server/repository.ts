import { type Expression, type SqlBool, sql } from 'kysely';

import type { Reach } from '#kernel/access/authorise.ts';
import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { ComplaintFilter } from '../contract.ts';
import type { ComplaintRow, ComplaintsTables, StepRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<ComplaintsTables>();

const stored = (row: ComplaintRow) => ({
  ...row,
  assisting: JSON.stringify(row.assisting),
  overdue_told: JSON.stringify(row.overdue_told),
});

export function insertComplaint(tx: Tx, row: ComplaintRow): void {
  send(tx, tables(tx).insertInto('complaints.complaint').values(stored(row)));
}

export function updateComplaint(tx: Tx, row: ComplaintRow): void {
  const { centre_id, complaint_id, ...changes } = stored(row);
  send(
    tx,
    tables(tx)
      .updateTable('complaints.complaint')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('complaint_id', '=', complaint_id),
  );
}

export function insertStep(tx: Tx, row: StepRow): void {
  send(tx, tables(tx).insertInto('complaints.step').values(row));
}

export const listSteps = (db: Db, centreId: number, complaintId: string): Promise<StepRow[]> =>
  tables(db)
    .selectFrom('complaints.step')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('complaint_id', '=', complaintId)
    .orderBy('step_id')
    .execute();

const complaints = (db: Db, centreId: number) =>
  tables(db).selectFrom('complaints.complaint').where('centre_id', '=', centreId);

export const findComplaint = (
  db: Db,
  centreId: number,
  id: string,
): Promise<ComplaintRow | undefined> =>
  complaints(db, centreId).selectAll().where('complaint_id', '=', id).executeTakeFirst();

export const lockComplaint = (
  tx: Tx,
  centreId: number,
  id: string,
): Promise<ComplaintRow | undefined> =>
  complaints(tx, centreId)
    .selectAll()
    .where('complaint_id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const findByNumber = (
  db: Db,
  centreId: number,
  number: string,
): Promise<ComplaintRow | undefined> =>
  complaints(db, centreId).selectAll().where('number', '=', number).executeTakeFirst();

/** Slips by the hotline's own numbers, for the import. */
export const listSlips = (db: Db, centreId: number): Promise<ComplaintRow[]> =>
  complaints(db, centreId)
    .selectAll()
    .where('kind', '=', 'hotline')
    .where('external_no', 'is not', null)
    .orderBy('external_no')
    .execute();

export interface ListFilter extends ComplaintFilter {
  readonly reach: Reach;
  readonly today: string;
  readonly search: string | undefined;
}

/** A unit sees what it handles and where it assists. */
function withinReach({ everything, departmentIds }: Reach): Expression<SqlBool> {
  if (everything) return sql<SqlBool>`true`;
  const ids = [...departmentIds];
  return sql<SqlBool>`(department_id = ANY(${ids}::uuid[]) OR assisting ?| ${ids}::text[])`;
}

function filtered(db: Db, centreId: number, filter: ListFilter) {
  const { list, kind, state, search } = filter;
  return complaints(db, centreId)
    .where(withinReach(filter.reach))
    .$if(list !== 'all', (query) => query.where('is_open', '=', true))
    .$if(list === 'overdue', (query) => query.where('due_on', '<', filter.today))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'complaint'))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'received'))
    .$if(search !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('number', 'ilike', `%${search ?? ''}%`),
          eb('external_no', 'ilike', `%${search ?? ''}%`),
          eb('title', 'ilike', `%${search ?? ''}%`),
        ]),
      ),
    );
}

export const listComplaints = (
  db: Db,
  centreId: number,
  filter: ListFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<ComplaintRow[]> =>
  filtered(db, centreId, filter)
    .selectAll()
    .where(afterCursor(cursor, ['due_on', 'complaint_id']))
    .orderBy('due_on')
    .orderBy('complaint_id')
    .limit(limit + 1)
    .execute();

export async function countComplaints(
  db: Db,
  centreId: number,
  filter: ListFilter,
): Promise<number> {
  const { count } = await filtered(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export const listOverdue = (
  db: Db,
  centreId: number,
  today: string,
  limit: number,
): Promise<ComplaintRow[]> =>
  complaints(db, centreId)
    .selectAll()
    .where('is_open', '=', true)
    .where('due_on', '<', today)
    .orderBy('due_on')
    .limit(limit)
    .execute();

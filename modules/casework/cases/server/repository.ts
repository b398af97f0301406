import { sendRows, tableOf } from '#kernel/db/prepared.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { CaseRow, CasesTables, EventRow, FormRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<CasesTables>();

const CASES = tableOf<CaseRow>('cases.case_file');
const EVENTS = tableOf<EventRow>('cases.case_event');
const FORMS = tableOf<FormRow>('cases.case_form');

const caseWhere = (db: Db, centreId: number, id: string) =>
  tables(db)
    .selectFrom('cases.case_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', id);

export const findCase = (db: Db, centreId: number, id: string): Promise<CaseRow | undefined> =>
  caseWhere(db, centreId, id).executeTakeFirst();

/** The row, kept from others until the transaction ends. */
export const lockCase = (tx: Tx, centreId: number, id: string): Promise<CaseRow | undefined> =>
  caseWhere(tx, centreId, id).forUpdate().executeTakeFirst();

export const findCases = async (
  db: Db,
  centreId: number,
  ids: readonly string[],
): Promise<CaseRow[]> =>
  ids.length === 0
    ? []
    : tables(db)
        .selectFrom('cases.case_file')
        .selectAll()
        .where('centre_id', '=', centreId)
        .where('case_id', 'in', [...ids])
        .execute();

export const findCaseByNo = (
  db: Db,
  centreId: number,
  caseNo: string,
): Promise<CaseRow | undefined> =>
  tables(db)
    .selectFrom('cases.case_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_no', '=', caseNo)
    .executeTakeFirst();

export const listChildren = (db: Db, centreId: number, parentId: string): Promise<CaseRow[]> =>
  tables(db)
    .selectFrom('cases.case_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('parent_id', '=', parentId)
    .orderBy('case_id')
    .execute();

export function insertCase(tx: Tx, row: CaseRow): void {
  sendRows(tx, CASES, [row]);
}

export function updateCase(tx: Tx, row: CaseRow): void {
  const { centre_id, case_id, case_no, query_code, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('cases.case_file')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('case_id', '=', case_id),
  );
}

export function insertEvents(tx: Tx, rows: readonly EventRow[]): void {
  sendRows(tx, EVENTS, rows);
}

/** The whole history, the first first. */
export const listEvents = (db: Db, centreId: number, id: string): Promise<EventRow[]> =>
  tables(db)
    .selectFrom('cases.case_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', id)
    .orderBy('seq')
    .execute();

export const findEvent = (
  db: Db,
  centreId: number,
  id: string,
  seq: number,
): Promise<EventRow | undefined> =>
  tables(db)
    .selectFrom('cases.case_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirst();

export const listEventsOf = (
  db: Db,
  centreId: number,
  ids: readonly string[],
): Promise<EventRow[]> =>
  tables(db)
    .selectFrom('cases.case_event')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', 'in', [...ids])
    .orderBy('case_id')
    .orderBy('seq')
    .execute();

export function insertForm(tx: Tx, row: FormRow): void {
  sendRows(tx, FORMS, [row]);
}

export const findForm = (
  db: Db,
  centreId: number,
  id: string,
  formNo: number,
): Promise<FormRow | undefined> =>
  tables(db)
    .selectFrom('cases.case_form')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', id)
    .where('form_no', '=', formNo)
    .executeTakeFirst();

/** The next cases after one, by id, for work that goes through all of them. */
export const listCasesAfter = (
  db: Db,
  centreId: number,
  after: string | undefined,
  { limit, openOnly }: { readonly limit: number; readonly openOnly: boolean },
): Promise<CaseRow[]> =>
  tables(db)
    .selectFrom('cases.case_file')
    .selectAll()
    .where('centre_id', '=', centreId)
    .$if(after !== undefined, (query) => query.where('case_id', '>', after ?? ''))
    .$if(openOnly, (query) => query.where('is_open', '=', true))
    .orderBy('case_id')
    .limit(limit)
    .execute();

/** Only the columns that time moves, and only while nobody acted meanwhile. */
export function updateTimes(tx: Tx, row: CaseRow, version: number): void {
  const { light, due_on, notice_due_on, promised_due_on } = row;
  const { statutory_due_on, issue_due_on, is_provisional } = row;
  send(
    tx,
    tables(tx)
      .updateTable('cases.case_file')
      .set({
        light,
        due_on,
        notice_due_on,
        promised_due_on,
        statutory_due_on,
        issue_due_on,
        is_provisional,
      })
      .where('centre_id', '=', row.centre_id)
      .where('case_id', '=', row.case_id)
      .where('version', '=', version),
  );
}

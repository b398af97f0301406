import { afterCursor, type Cursor } from '#kernel/db/keyset.ts';
import { sendRows, tableOf } from '#kernel/db/prepared.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import { anyOf } from './repository-list.ts';
import type { CasesTables, DraftRow, OpinionRow, PaperRow } from './tables.ts';

const tables = (db: Db) => db.$extendTables<CasesTables>();

const PAPERS = tableOf<PaperRow>('cases.case_paper');

export const listPapers = (db: Db, centreId: number, caseId: string): Promise<PaperRow[]> =>
  tables(db)
    .selectFrom('cases.case_paper')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();

export function insertPapers(tx: Tx, rows: readonly PaperRow[]): void {
  sendRows(tx, PAPERS, rows);
}

/** Writes the papers anew: those that are no longer asked for go, and their story stays in the history. */
export function replacePapers(
  tx: Tx,
  centreId: number,
  caseId: string,
  rows: readonly PaperRow[],
): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('cases.case_paper')
      .where('centre_id', '=', centreId)
      .where('case_id', '=', caseId),
  );
  insertPapers(tx, rows);
}

/** Accepted papers of earlier cases of a party under any of its ids, the newest first. */
export const listEarlierPapers = (
  db: Db,
  centreId: number,
  partyIds: readonly string[],
  limit: number,
): Promise<Array<PaperRow & { readonly case_no: string }>> =>
  tables(db)
    .selectFrom('cases.case_file as file')
    .innerJoin('cases.case_paper as paper', (join) =>
      join
        .onRef('paper.centre_id', '=', 'file.centre_id')
        .onRef('paper.case_id', '=', 'file.case_id'),
    )
    .selectAll('paper')
    .select('file.case_no')
    .where('file.centre_id', '=', centreId)
    .where((eb) => eb('file.party_id', '=', anyOf(partyIds)))
    .where('paper.state', '=', 'accepted')
    .where('paper.source', 'in', ['paper', 'upload'])
    .orderBy('file.case_id', 'desc')
    .limit(limit)
    .execute();

export function insertOpinion(tx: Tx, row: OpinionRow): void {
  send(tx, tables(tx).insertInto('cases.opinion').values(row));
}

export function answerOpinion(
  tx: Tx,
  key: Pick<OpinionRow, 'centre_id' | 'opinion_id'>,
  answer: Pick<OpinionRow, 'answer' | 'answer_text' | 'answered_by_name' | 'answered_at'>,
): void {
  send(
    tx,
    tables(tx)
      .updateTable('cases.opinion')
      .set(answer)
      .where('centre_id', '=', key.centre_id)
      .where('opinion_id', '=', key.opinion_id),
  );
}

export const listOpinions = (db: Db, centreId: number, caseId: string): Promise<OpinionRow[]> =>
  tables(db)
    .selectFrom('cases.opinion')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('case_id', '=', caseId)
    .orderBy('opinion_id')
    .execute();

export interface OpinionFilter {
  /** Undefined for all departments. */
  readonly departmentIds: readonly string[] | undefined;
  readonly openOnly: boolean;
}

const opinionsWhere = (db: Db, centreId: number, filter: OpinionFilter) =>
  tables(db)
    .selectFrom('cases.opinion')
    .where('centre_id', '=', centreId)
    .$if(filter.departmentIds !== undefined, (query) =>
      query.where('department_id', 'in', [...(filter.departmentIds ?? []), NOBODY]),
    )
    .$if(filter.openOnly, (query) => query.where('answer', 'is', null));

/** An empty list is no SQL; this id belongs to no department. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export const listAskedOpinions = (
  db: Db,
  centreId: number,
  filter: OpinionFilter & { readonly limit: number; readonly cursor: Cursor | undefined },
): Promise<OpinionRow[]> =>
  opinionsWhere(db, centreId, filter)
    .selectAll()
    .where(afterCursor(filter.cursor, ['opinion_id'], 'desc'))
    .orderBy('opinion_id', 'desc')
    .limit(filter.limit + 1)
    .execute();

export async function countAskedOpinions(
  db: Db,
  centreId: number,
  filter: OpinionFilter,
): Promise<number> {
  const { count } = await opinionsWhere(db, centreId, filter)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const draftsOf = (db: Db, centreId: number, owner: Pick<DraftRow, 'party_id' | 'person_id'>) =>
  tables(db)
    .selectFrom('cases.draft')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('party_id', '=', owner.party_id)
    .where('person_id', '=', owner.person_id);

export const listDrafts = (
  db: Db,
  centreId: number,
  owner: Pick<DraftRow, 'party_id' | 'person_id'>,
): Promise<DraftRow[]> =>
  draftsOf(db, centreId, owner).orderBy('saved_at', 'desc').limit(200).execute();

export const findDraft = (
  db: Db,
  centreId: number,
  owner: Pick<DraftRow, 'party_id' | 'person_id'>,
  draftId: string,
): Promise<DraftRow | undefined> =>
  draftsOf(db, centreId, owner).where('draft_id', '=', draftId).executeTakeFirst();

/** Its draft of the matter, kept from other devices until the transaction ends. */
export const lockDraftOfMatter = (
  tx: Tx,
  centreId: number,
  owner: Pick<DraftRow, 'party_id' | 'person_id'>,
  matterId: string,
): Promise<DraftRow | undefined> =>
  draftsOf(tx, centreId, owner).where('matter_id', '=', matterId).forUpdate().executeTakeFirst();

export const lockDraft = (
  tx: Tx,
  centreId: number,
  owner: Pick<DraftRow, 'party_id' | 'person_id'>,
  draftId: string,
): Promise<DraftRow | undefined> =>
  draftsOf(tx, centreId, owner).where('draft_id', '=', draftId).forUpdate().executeTakeFirst();

export function putDraft(tx: Tx, row: DraftRow): void {
  const { sealed, saved_at, version } = row;
  send(
    tx,
    tables(tx)
      .insertInto('cases.draft')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'draft_id']).doUpdateSet({ sealed, saved_at, version }),
      ),
  );
}

export function deleteDraft(tx: Tx, row: Pick<DraftRow, 'centre_id' | 'draft_id'>): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('cases.draft')
      .where('centre_id', '=', row.centre_id)
      .where('draft_id', '=', row.draft_id),
  );
}

/** Whether a case of any of these parties is still being handled. */
export async function hasOpenCase(
  db: Db,
  centreId: number,
  partyIds: readonly string[],
): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('cases.case_file')
    .select('case_id')
    .where('centre_id', '=', centreId)
    .where((eb) => eb('party_id', '=', anyOf(partyIds)))
    .where('is_open', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

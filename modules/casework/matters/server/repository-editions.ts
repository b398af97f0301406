import { sql } from 'kysely';

import type { Day } from '#kernel/clock/day.ts';
import { send } from '#kernel/db/transaction.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { SubjectKind } from '../contract.ts';
import type { Card } from './card.ts';
import type { Content, EditionHead, EditionRow, MattersTables } from './tables.ts';

const tables = (db: Db) => db.$extendTables<MattersTables>();

const HEAD = [
  'centre_id',
  'edition_id',
  'matter_id',
  'kind',
  'number',
  'state',
  'valid_from',
  'valid_until',
  'note',
  'returned_reason',
  'withdrawn_reason',
  'created_by',
  'created_by_name',
  'created_at',
  'saved_by',
  'saved_by_name',
  'saved_at',
  'published_by',
  'published_by_name',
  'published_at',
  'version',
] as const;

const editionWhere = (db: Db, centreId: number, editionId: string) =>
  tables(db)
    .selectFrom('matters.edition')
    .where('centre_id', '=', centreId)
    .where('edition_id', '=', editionId);

export function findEdition(
  db: Db,
  centreId: number,
  editionId: string,
): Promise<EditionRow | undefined> {
  return editionWhere(db, centreId, editionId)
    .select([...HEAD, 'content'])
    .executeTakeFirst();
}

/** The edition, kept from others until the transaction ends. */
export function lockEdition(
  tx: Tx,
  centreId: number,
  editionId: string,
): Promise<EditionRow | undefined> {
  return editionWhere(tx, centreId, editionId)
    .select([...HEAD, 'content'])
    .forUpdate()
    .executeTakeFirst();
}

/** All editions of some matters without their content, newest first. */
export function listHeads(
  db: Db,
  centreId: number,
  matterIds: readonly string[],
): Promise<EditionHead[]> {
  return tables(db)
    .selectFrom('matters.edition')
    .select(HEAD)
    .where('centre_id', '=', centreId)
    .where((eb) => eb('matter_id', '=', sql<string>`any(${[...matterIds]}::uuid[])`))
    .orderBy('number', 'desc')
    .execute();
}

export function insertEdition(tx: Tx, row: EditionRow, card: Card): void {
  send(
    tx,
    tables(tx)
      .insertInto('matters.edition')
      .values({ ...row, content: JSON.stringify(row.content), card: JSON.stringify(card) }),
  );
}

/** Writes what an act changed; the content only of a draft, with `saveContent`. */
export function updateHead(tx: Tx, row: EditionHead): void {
  const { state, valid_from, valid_until, note, returned_reason, withdrawn_reason } = row;
  const { published_by, published_by_name, published_at, version } = row;
  send(
    tx,
    tables(tx)
      .updateTable('matters.edition')
      .set({
        state,
        valid_from,
        valid_until,
        note,
        returned_reason,
        withdrawn_reason,
        published_by,
        published_by_name,
        published_at,
        version,
      })
      .where('centre_id', '=', row.centre_id)
      .where('edition_id', '=', row.edition_id),
  );
}

/** Writes the content of a draft, and who saved it; never of another edition. */
export function saveContent(tx: Tx, row: EditionHead, content: Content, card: Card): void {
  send(
    tx,
    tables(tx)
      .updateTable('matters.edition')
      .set({
        content: JSON.stringify(content),
        card: JSON.stringify(card),
        note: row.note,
        saved_by: row.saved_by,
        saved_by_name: row.saved_by_name,
        saved_at: row.saved_at,
        version: row.version,
      })
      .where('centre_id', '=', row.centre_id)
      .where('edition_id', '=', row.edition_id)
      .where('state', '=', 'draft'),
  );
}

export function deleteDraft(tx: Tx, centreId: number, editionId: string): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('matters.edition')
      .where('centre_id', '=', centreId)
      .where('edition_id', '=', editionId)
      .where('state', '=', 'draft'),
  );
}

/** Ends the published editions of a matter that are in force on a day or later, the day before it. */
export function endBefore(tx: Tx, centreId: number, matterId: string, day: Day): void {
  send(
    tx,
    tables(tx)
      .updateTable('matters.edition')
      .set({ valid_until: sql<string>`${day}::date - 1` })
      .where('centre_id', '=', centreId)
      .where('matter_id', '=', matterId)
      .where('state', '=', 'published')
      .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)])),
  );
}

/** Counts a change of what is in force. */
export function countPublication(tx: Tx, centreId: number): void {
  send(
    tx,
    tables(tx)
      .insertInto('matters.publication_count')
      .values({ centre_id: centreId, count: 1n })
      .onConflict((conflict) =>
        conflict
          .column('centre_id')
          .doUpdateSet({ count: sql<bigint>`publication_count.count + 1` }),
      ),
  );
}

/** The newest published edition of each matter or bundle that is not withdrawn, by code; of these codes, when given. */
export function listNewest(
  db: Db,
  centreId: number,
  kind: SubjectKind,
  codes?: readonly string[],
): Promise<Array<{ content: Content }>> {
  return tables(db)
    .selectFrom('matters.edition as e')
    .innerJoin('matters.matter as m', (join) =>
      join.onRef('m.centre_id', '=', 'e.centre_id').onRef('m.matter_id', '=', 'e.matter_id'),
    )
    .distinctOn('m.code')
    .where('e.centre_id', '=', centreId)
    .where('e.kind', '=', kind)
    .where('e.state', '=', 'published')
    .$if(codes !== undefined, (query) =>
      query.where((eb) => eb('m.code', '=', sql<string>`any(${[...(codes ?? [])]}::text[])`)),
    )
    .orderBy('m.code')
    .orderBy('e.number', 'desc')
    .select('e.content')
    .execute();
}

/** The drafts of matters of these codes, and who saved each last. */
export function listDrafts(
  db: Db,
  centreId: number,
  codes: readonly string[],
): Promise<Array<{ code: string; saved_by_name: string }>> {
  return tables(db)
    .selectFrom('matters.edition as e')
    .innerJoin('matters.matter as m', (join) =>
      join.onRef('m.centre_id', '=', 'e.centre_id').onRef('m.matter_id', '=', 'e.matter_id'),
    )
    .where('e.centre_id', '=', centreId)
    .where('e.state', 'in', ['draft', 'in-review'])
    .where((eb) => eb('m.code', '=', sql<string>`any(${[...codes]}::text[])`))
    .select(['m.code', 'e.saved_by_name'])
    .execute();
}

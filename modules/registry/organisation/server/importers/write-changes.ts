import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import type { RowChange } from '#kernel/imports/importer.ts';

import type { Act } from '../../contract.ts';
import type { Change } from '../events.ts';
import { lockAllRows, type RegisterTable, type RowOf, saveRows } from '../repository-rows.ts';
import type { Closing } from '../tables.ts';

/** How rows of a sheet become rows of one table. */
export interface Writing<Row, T extends RegisterTable> {
  readonly table: T;
  /** The key of the record and of the sheet's row, written alike. */
  readonly keyOfRecord: (record: RowOf<T>) => string;
  readonly keyOfRow: (row: Row) => string;
  /** The record after the change; `before` is undefined for one that is new. */
  readonly toRecord: (
    row: Row,
    before: RowOf<T> | undefined,
    base: {
      readonly id: string;
      readonly centre_id: number;
      readonly version: number;
      readonly updated_at: Date;
    },
  ) => RowOf<T>;
  readonly tell?: (tx: Tx, clock: Clock, actor: Actor, act: Act, rows: Change<RowOf<T>>) => void;
}

/** A sheet neither closes nor reopens: the record stays as it is, and a new one is in use. */
export function closingOf(before: Closing | undefined): Closing {
  return { closed_on: before?.closed_on ?? null, closed_reason: before?.closed_reason ?? '' };
}

export interface Written<Row, T extends RegisterTable> {
  readonly row: Row;
  readonly before: RowOf<T> | undefined;
  readonly after: RowOf<T>;
}

/** Writes the changes of a sheet: locks what is recorded, saves all rows in one statement, tells of each. */
export async function writeChanges<Row, T extends RegisterTable>(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  writing: Writing<Row, T>,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<Array<Written<Row, T>>> {
  const recorded = new Map(
    (await lockAllRows(tx, writing.table, actor.centreId)).map((record) => [
      writing.keyOfRecord(record),
      record,
    ]),
  );
  const written = changes.map(({ after: row }) => {
    const before = recorded.get(writing.keyOfRow(row));
    const base = {
      id: newId(clock),
      centre_id: actor.centreId,
      version: (before?.version ?? 0) + 1,
      updated_at: clock.now(),
    };
    return { row, before, after: writing.toRecord(row, before, base) };
  });
  saveRows(
    tx,
    writing.table,
    written.map(({ after }) => after),
  );
  for (const { before, after } of written)
    writing.tell?.(
      tx,
      clock,
      actor,
      before ? 'changed' : 'created',
      before ? { before, after } : { after },
    );
  return written;
}

import { type Expression, type SqlBool, sql } from 'kysely';
import { z } from 'zod';

import { commonProblems } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** The sort values of the last row shown, in the order of the sort columns. */
export type Cursor = ReadonlyArray<string | number | null>;

const CursorShape = z.array(z.union([z.string(), z.number(), z.null()])).max(6);

/** Reads a cursor of a list's query; one that was not made here is refused as invalid input. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  try {
    return CursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new ProblemError(
      commonProblems.invalidInput,
      {},
      {
        faults: [
          {
            path: 'query.cursor',
            reason: {
              'zh-CN': '翻页标记无效，请从第一页开始。',
              en: 'The page cursor is not valid; start again from the first page.',
            },
          },
        ],
      },
    );
  }
}

/** `where (a, b) > (…)`: the rows after the cursor when all columns ascend, or `<` when all descend. */
export function afterCursor(
  cursor: Cursor | undefined,
  columns: readonly string[],
  direction: 'asc' | 'desc' = 'asc',
): Expression<SqlBool> {
  if (cursor === undefined || cursor.length !== columns.length) return sql<SqlBool>`true`;
  const left = sql.join(columns.map((column) => sql.ref(column)));
  const right = sql.join(cursor.map((value) => sql.val(value)));
  return sql<SqlBool>`(${left}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${right})`;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** Cuts the one row too many that a list asked for, and makes the cursor of the next page from the last shown. */
export function toPage<Row, T>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => T,
  sortValues: (row: Row) => Cursor,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: shown.map(view),
    nextCursor: hasMore
      ? Buffer.from(JSON.stringify(sortValues(last)), 'utf8').toString('base64url')
      : null,
  };
}

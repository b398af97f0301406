import { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Cursor } from '#kernel/db/keyset.ts';
import type { RowSource, SheetColumns, SheetRow } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { Locale, Words } from '#kernel/problems/contract.ts';

import type { ContractsDeps } from '../deps.ts';
import { listExported } from '../events.ts';

const PAGE = 500;

interface PageAsked {
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

/** A list page by page, each as it is asked for: a sheet of any length costs the memory of one page. */
export async function* readPages<Row>(
  list: (page: PageAsked) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Cursor,
): AsyncGenerator<readonly Row[]> {
  let cursor: Cursor | undefined;
  for (;;) {
    const rows = await list({ limit: PAGE, cursor });
    const last = rows.at(PAGE - 1) ?? rows.at(-1);
    if (last === undefined) return;
    yield rows.slice(0, PAGE);
    if (rows.length <= PAGE) return;
    cursor = placeOf(last);
  }
}

export interface SheetAsked {
  /** What the record of the export calls it. */
  readonly list: string;
  readonly title: Words;
  /** How many rows it has. */
  readonly rows: number;
  readonly locale: Locale;
}

/** A list as a spreadsheet that is sent as it is read. Recorded before the first byte leaves. */
export async function writeSheet<Columns extends SheetColumns>(
  { database, clock }: ContractsDeps,
  actor: Actor,
  { list, title, rows, locale }: SheetAsked,
  columns: Columns,
  source: RowSource<SheetRow<Columns>>,
): Promise<Readable> {
  await database.transaction(async (tx) => listExported(tx, clock, actor, list, rows));
  return Readable.from(streamXlsx(source, columns, { locale, sheetName: title[locale] }));
}

/** The fixed values of a column with what they are called. */
export function toChoices(words: Readonly<Record<string, Words>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

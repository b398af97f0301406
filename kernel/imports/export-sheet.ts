import type { Readable } from 'node:stream';

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { tell } from '../events/tell.ts';
import type { Locale } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { events, problems, type SheetFormat } from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { getImporter } from './find-importer.ts';
import { type Importer, type SheetRow, toCell } from './importer.ts';

export interface SheetFile {
  readonly fileName: string;
  readonly type: string;
  readonly content: Readable | Buffer;
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;

/** Everything recorded, in the columns that the import reads. The export is audited. */
export async function exportSheet(
  deps: ImportDeps,
  actor: Actor,
  name: string,
  format: SheetFormat,
  locale: Locale,
): Promise<SheetFile> {
  const importer = getImporter(deps, name);
  authorise(actor, importer.permission.name);
  if (format === 'json' && importer.files === undefined)
    throw new ProblemError(problems.noSuchFormat, { format });
  const rows = await importer.listCurrent(deps.database.db, actor.centreId);
  await deps.database.transaction(async (tx) => {
    tell(tx, deps.clock, actor, events.exported, {
      subject: { kind: 'imports.sheet', id: name },
      payload: { importer: name, format },
    });
  });
  const content =
    importer.files?.write(rows, { format, locale }) ??
    writeFlat(deps, importer, rows, { format, locale });
  return { fileName: `${name}.${format}`, type: TYPES[format], content };
}

function writeFlat(
  { sheets }: ImportDeps,
  { fields, title }: Importer,
  rows: readonly SheetRow[],
  { format, locale }: { readonly format: SheetFormat; readonly locale: Locale },
): Readable {
  async function* texts() {
    for (const row of rows)
      yield Object.fromEntries(fields.map(({ key }) => [key, toCell(row[key])]));
  }
  const asSheet = format === 'csv' ? 'csv' : 'xlsx';
  return sheets.write(texts(), fields, { format: asSheet, title: title[locale], locale });
}

/** An empty sheet with headings and notes. */
export async function templateSheet(
  deps: ImportDeps,
  actor: Actor,
  name: string,
  locale: Locale,
): Promise<SheetFile> {
  const importer = getImporter(deps, name);
  authorise(actor, importer.permission.name);
  const content = await (importer.files?.template(locale) ??
    deps.sheets.template(importer.fields, importer.title[locale], locale));
  return { fileName: `${name}-template.xlsx`, type: TYPES.xlsx, content };
}

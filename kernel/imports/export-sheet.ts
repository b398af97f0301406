import type { Readable } from 'node:stream';

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { tell } from '../events/tell.ts';
import type { Locale } from '../problems/contract.ts';
import { events } from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { getImporter } from './find-importer.ts';
import { toCell } from './importer.ts';

export interface SheetFile {
  readonly fileName: string;
  readonly type: string;
  readonly content: Readable | Buffer;
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Everything recorded, in the columns that the import reads. The export is audited. */
export async function exportSheet(
  deps: ImportDeps,
  actor: Actor,
  name: string,
  format: 'xlsx' | 'csv',
  locale: Locale,
): Promise<SheetFile> {
  const importer = getImporter(deps, name);
  authorise(actor, importer.permission.name);
  const rows = await importer.listCurrent(deps.database.db, actor.centreId);
  await deps.database.transaction(async (tx) => {
    tell(tx, deps.clock, actor, events.exported, {
      subject: { kind: 'imports.sheet', id: name },
      payload: { importer: name, format },
    });
  });
  async function* texts() {
    for (const row of rows)
      yield Object.fromEntries(importer.fields.map(({ key }) => [key, toCell(row[key])]));
  }
  const content = deps.sheets.write(texts(), importer.fields, {
    format,
    title: importer.title[locale],
    locale,
  });
  return { fileName: `${name}.${format}`, type: TYPES[format], content };
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
  const content = await deps.sheets.template(importer.fields, importer.title[locale], locale);
  return { fileName: `${name}-template.xlsx`, type: TYPES.xlsx, content };
}

import type { Locale } from '#kernel/problems/contract.ts';

import type { SheetColumns, SheetRow } from './columns.ts';
import { sheetContent, type SheetLines } from './write-xlsx.ts';
import {
  contentTypes,
  namedWorkbook,
  PACKAGE_RELATIONS,
  STYLES,
  workbookRelations,
} from './xlsx-parts.ts';
import { zipParts, type ZipPart } from './zip-stream.ts';

/** One sheet of a workbook whose sheets have columns of their own. */
export interface NamedSheet extends SheetLines {
  /** At most 31 characters, none of `\ / ? * [ ] : '`. */
  readonly name: string;
  readonly columns: SheetColumns;
  readonly rows: Iterable<SheetRow<SheetColumns>>;
}

/** A workbook of several sheets as pieces to send on, e.g. with `Readable.from`. */
export function streamWorkbook(
  sheets: readonly NamedSheet[],
  options: { readonly locale: Locale },
): AsyncGenerator<Buffer> {
  return zipParts(parts(sheets, options));
}

async function* parts(
  sheets: readonly NamedSheet[],
  { locale }: { readonly locale: Locale },
): AsyncGenerator<ZipPart> {
  yield { name: '_rels/.rels', content: [PACKAGE_RELATIONS] };
  yield { name: 'xl/styles.xml', content: [STYLES] };
  for (const [index, { columns, rows, above = [], below = [] }] of sheets.entries())
    yield {
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetContent(rows, columns, { locale, above, below }),
    };
  yield { name: 'xl/workbook.xml', content: [namedWorkbook(sheets.map(({ name }) => name))] };
  yield { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(sheets.length)] };
  yield { name: '[Content_Types].xml', content: [contentTypes(sheets.length)] };
}

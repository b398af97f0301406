import type { Locale } from '#kernel/problems/contract.ts';

import type { SheetColumns } from './columns.ts';
import { noteFor } from './sheet-notes.ts';
import { closingParts, headingRow, lookOf, textCell } from './write-xlsx.ts';
import {
  columnLetters,
  PACKAGE_RELATIONS,
  sheetEnd,
  sheetStart,
  STYLE,
  STYLES,
} from './xlsx-parts.ts';
import { escapeXml } from './xlsx-text.ts';
import { zipParts, type ZipPart } from './zip-stream.ts';

/** Rows in which a template offers the values of a choice. */
const CHOICE_ROWS = 5000;
/** A list of values written into the sheet itself may have 255 characters. */
const CHOICE_LIMIT = 255;

/**
 * An empty xlsx workbook to fill in: headings (required ones with a star), a row of notes that an import passes
 * over, cell formats by type, and lists to choose from.
 */
export async function sheetTemplate(
  columns: SheetColumns,
  options: { readonly locale: Locale; readonly sheetName?: string },
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of zipParts(templateParts(columns, options))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* templateParts(
  columns: SheetColumns,
  options: { readonly locale: Locale; readonly sheetName?: string },
): AsyncGenerator<ZipPart> {
  const { locale } = options;
  const letters = columns.map((_column, index) => columnLetters(index));
  const star = (column: SheetColumns[number]): string => (column.required === true ? ' *' : '');
  const notes = columns.map((column, index) =>
    textCell(`${letters[index]}2`, STYLE.note, noteFor(column, locale)),
  );
  yield { name: '_rels/.rels', content: [PACKAGE_RELATIONS] };
  yield { name: 'xl/styles.xml', content: [STYLES] };
  yield {
    name: 'xl/worksheets/sheet1.xml',
    content: [
      sheetStart(columns.map((column) => lookOf(column, locale))),
      headingRow(columns, locale, letters, { mark: star }),
      `<row r="2" ht="48" customHeight="1">${notes.join('')}</row>\n`,
      sheetEnd(validationsFor(columns, letters, locale)),
    ],
  };
  yield* closingParts(options.sheetName ?? (locale === 'en' ? 'Template' : '模板'), 1);
}

function validationsFor(columns: SheetColumns, letters: readonly string[], locale: Locale): string {
  const rules = columns.flatMap((column, index) => {
    if (column.type !== 'choice') return [];
    const list = column.choices.map((one) => one.label[locale]).join(',');
    // A label with a comma would be taken for two; the import still checks what is typed.
    const isWritable =
      list.length <= CHOICE_LIMIT && list.split(',').length === column.choices.length;
    if (!isWritable) return [];
    const range = `${letters[index]}3:${letters[index]}${CHOICE_ROWS + 2}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}">` +
        `<formula1>${escapeXml(`"${list.replaceAll('"', '""')}"`)}</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

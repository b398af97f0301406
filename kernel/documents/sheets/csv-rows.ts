import { Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

import { ProblemError } from '#kernel/problems/problem-error.ts';

import { unguardFormula } from './cell-text.ts';
import { CELL_TEXT_LIMIT, type RawRow, type SheetLimits } from './raw-rows.ts';
import { sheetProblems } from './sheet-problems.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Separators that are told apart, in order of preference. */
export const SEPARATORS = [',', '\t', ';'] as const;
export type Separator = (typeof SEPARATORS)[number];

/**
 * Decodes a text file: by its byte order mark, else as UTF-8 if every byte fits, else as GB18030 if every byte fits.
 * Throws ProblemError otherwise; nothing is ever guessed with replacement marks.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  for (const encoding of candidatesFor(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { text, encoding };
    } catch {
      continue;
    }
  }
  throw new ProblemError(sheetProblems.unreadableText);
}

function candidatesFor(bytes: Uint8Array): TextEncoding[] {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8'];
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/** The rows of comma-, tab- or semicolon-separated text. Throws ProblemError when a quotation mark is never closed. */
export async function* readCsvRows(
  text: string,
  separator: Separator,
  limits: SheetLimits,
): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: CELL_TEXT_LIMIT * 8,
  });
  Readable.from(slices(Buffer.from(text, 'utf8'))).pipe(parser);
  let row = 0;
  try {
    for await (const fields of parser as AsyncIterable<string[]>) {
      row += 1;
      if (fields.length > limits.columns && fields.findLastIndex(isFilled) >= limits.columns) {
        const values = { what: 'columns 列', limit: limits.columns };
        throw new ProblemError(sheetProblems.tooLarge, values);
      }
      if (fields.some(isFilled)) yield { row, cells: fields.map(toCell) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = `第 ${row + 1} 行 row ${row + 1}`;
    throw new ProblemError(sheetProblems.damaged, { where }, { cause: error });
  } finally {
    parser.destroy();
  }
}

function toCell(field: string): RawRow['cells'][number] {
  return field === '' ? undefined : { kind: 'text', text: unguardFormula(field) };
}

function isFilled(field: string): boolean {
  return field.trim() !== '';
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += 65_536) {
    yield bytes.subarray(start, start + 65_536);
  }
}

import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { CsvError, parse } from 'csv-parse';

import { ProblemError } from '#kernel/problems/problem-error.ts';

import { unguardFormula } from './cell-text.ts';
import { CELL_TEXT_LIMIT, type RawRow, type SheetLimits } from './raw-rows.ts';
import { sheetProblems } from './sheet-problems.ts';

const SLICE = 65_536;

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

/**
 * The rows of comma-, tab- or semicolon-separated text. Others get their turn after every slice of it. Throws
 * ProblemError when a quotation mark is never closed.
 */
export async function* readCsvRows(
  text: string,
  separator: Separator,
  limits: SheetLimits,
): AsyncGenerator<RawRow> {
  let row = 0;
  for await (const records of parseRecords(Buffer.from(text, 'utf8'), separator)) {
    for (const fields of records) {
      row += 1;
      if (fields.length > limits.columns && fields.findLastIndex(isFilled) >= limits.columns) {
        const values = { what: 'columns 列', limit: limits.columns };
        throw new ProblemError(sheetProblems.tooLarge, values);
      }
      if (fields.some(isFilled)) yield { row, cells: fields.map(toCell) };
    }
  }
}

/** Records of one slice after another. They are taken by callback: reading them as a stream costs ten times as much. */
async function* parseRecords(bytes: Buffer, separator: Separator): AsyncGenerator<string[][]> {
  let records: string[][] = [];
  let count = 0;
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: CELL_TEXT_LIMIT * 8,
    on_record: (fields: string[]) => {
      records.push(fields);
      count += 1;
      return null;
    },
  });
  parser.resume();
  // A failure reaches the caller by way of `send`; the event that follows it must not end the process.
  parser.on('error', () => undefined);
  try {
    for (let start = 0; start < bytes.length; start += SLICE) {
      await send(parser, bytes.subarray(start, start + SLICE));
      yield records;
      records = [];
      await nextTurn();
    }
    parser.end();
    await finished(parser);
    yield records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = `第 ${count + 1} 行 row ${count + 1}`;
    throw new ProblemError(sheetProblems.damaged, { where }, { cause: error });
  } finally {
    parser.destroy();
  }
}

async function send(parser: Writable, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.write(bytes, (error) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}

function toCell(field: string): RawRow['cells'][number] {
  return field === '' ? undefined : { kind: 'text', text: unguardFormula(field) };
}

function isFilled(field: string): boolean {
  return field.trim() !== '';
}

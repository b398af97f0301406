import type { SheetRead } from '#kernel/imports/sheets.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';

interface Numbered {
  readonly rowNumber: number;
  readonly value: unknown;
}

/** Reads a JSON file: one content, a list of them, or one a line (JSON Lines). Rows are numbered as they stand there. */
export function readJson(file: Buffer): SheetRead {
  const text = file.toString('utf8').replace(/^\uFEFF/u, '');
  return {
    rows: parse(text).map(({ rowNumber, value }) => ({
      rowNumber,
      cells: { content: JSON.stringify(value) },
    })),
    faults: [],
  };
}

function parse(text: string): Numbered[] {
  // A list and an object begin with their sign; several objects are several lines.
  const lines = text.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  if (filled.length > 1 && filled.every((line) => line.startsWith('{') && line.endsWith('}')))
    return lines.flatMap((line, index) =>
      line === '' ? [] : [{ rowNumber: index + 1, value: parseOne(line, index + 1) }],
    );
  const whole = parseOne(text, 1);
  const all: readonly unknown[] = Array.isArray(whole) ? whole : [whole];
  return all.map((value, index) => ({ rowNumber: index + 1, value }));
}

function parseOne(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = `第 ${line} 行起不是有效的 JSON / no valid JSON from line ${line} on`;
    throw new ProblemError(problems.unreadableCatalogue, { reason }, { cause: error });
  }
}

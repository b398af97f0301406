import type { SheetRead } from '#kernel/imports/sheets.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';

/** Reads a JSON file of one content or of a list of them. */
export function readJson(file: Buffer): SheetRead {
  const value = parse(file);
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return {
    rows: all.map((content, index) => ({
      rowNumber: index + 1,
      cells: { content: JSON.stringify(content) },
    })),
    faults: [],
  };
}

function parse(file: Buffer): unknown {
  try {
    return JSON.parse(file.toString('utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = '不是有效的 JSON / not valid JSON';
    throw new ProblemError(problems.unreadableCatalogue, { reason }, { cause: error });
  }
}

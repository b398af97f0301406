import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';

import { BudgetFacts } from '../facts.ts';
import type { BudgetLine, Fund } from '../line.ts';
import { readCodes, readLines } from '../reading/read-lines.ts';
import { BudgetTemplate } from '../template.ts';
import type { MadeBook } from './made.ts';
import { makeBook } from './make-book.ts';

const folder = new URL('../../../../../centres/songjiang/budget/2024/', import.meta.url);

/** A file of the published year. */
export const readYear = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const rowsOf = (name: string): Array<Record<string, string>> =>
  parse(readYear(name), { columns: true, bom: true });

export const template = BudgetTemplate.parse(JSON.parse(readYear('template.json')));
export const facts = BudgetFacts.parse(JSON.parse(readYear('facts.json')));
export const codes = readCodes(rowsOf('codes.csv'));
export const rows = rowsOf('budget_lines.csv');
export const { lines, faults } = readLines(rows, { codes, year: 2024 });

export const make = (given: readonly BudgetLine[], other: Partial<BudgetFacts> = {}): MadeBook =>
  makeBook({ template, facts: { ...facts, ...other }, codes, lines: given });

const FUNDS: readonly Fund[] = ['generalPublic', 'governmentFund', 'stateCapital'];

/** The lines of another year: other amounts, some of nought, some not there, projects paid from any fund. */
export const otherLines = fc
  .array(
    fc.record({
      fen: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 9_999_999_999n })),
      isLeftOut: fc.boolean(),
      fund: fc.constantFrom(...FUNDS),
    }),
    { minLength: lines.length, maxLength: lines.length },
  )
  .map((changes) =>
    lines.flatMap((line, index): BudgetLine[] => {
      const change = changes[index];
      if (change === undefined || change.isLeftOut) return [];
      const { fen, fund } = change;
      return [line.kind === 'project' ? { ...line, fen, fund } : { ...line, fen }];
    }),
  );

import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BudgetLine, problems, toLineShape } from '../../contract.ts';
import type { VersionRow } from '../repository.ts';

/** SM3 of a version: its stage, its lines in the order of their keys, its facts. */
export function hashVersion(row: VersionRow, lines: readonly BudgetLine[]): string {
  return sm3Hex(
    canonicalJson({
      year: row.year,
      stage: row.stage,
      number: row.number,
      lines: lines.map(toLineShape).toSorted((a, b) => a.key.localeCompare(b.key, 'en')),
      facts: row.facts,
      controlFigures: row.control_figures,
    }),
  );
}

/** Refuses a version whose lines or facts are not those that were submitted. */
export function requireUnchanged(row: VersionRow, lines: readonly BudgetLine[]): void {
  if (row.hash !== hashVersion(row, lines)) throw new ProblemError(problems.changedSince);
}

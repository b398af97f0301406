import type { Db } from '#kernel/db/types.ts';
import { parseYuan, toYuanText } from '#kernel/money/fen.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BudgetLine, problems } from '../../contract.ts';
import * as repository from '../repository.ts';
import { sumOf } from '../view.ts';
import { getVersionRow, loadLines } from './load-version.ts';

/** Refuses 二上 above a control figure and 调剂 that changes the total, each with both figures. */
export async function checkLimits(
  db: Db,
  row: repository.VersionRow,
  lines: readonly BudgetLine[],
): Promise<void> {
  if (row.stage === 'second-proposal') await checkControl(db, row, lines);
  if (row.stage === 'transfer' && row.parent_id !== null) {
    const parent = await getVersionRow(db, row.centre_id, row.parent_id);
    const [before, after] = [sumOf(await loadLines(db, parent)), sumOf(lines)];
    if (before !== after)
      throw new ProblemError(problems.unbalanced, {
        before: toYuanText(before),
        after: toYuanText(after),
      });
  }
}

async function checkControl(
  db: Db,
  row: repository.VersionRow,
  lines: readonly BudgetLine[],
): Promise<void> {
  const all = await repository.listOfStage(db, row.centre_id, row.year, 'control');
  const control = all.findLast(({ control_figures: figures }) => figures.length > 0);
  for (const { scope, amount } of control?.control_figures ?? []) {
    const limit = parseYuan(amount);
    const used = sumOf(lines.filter((line) => isInScope(line, scope)));
    if (limit.ok && used > limit.value)
      throw new ProblemError(problems.aboveControl, {
        scope,
        amount: toYuanText(used),
        limit: amount,
      });
  }
}

function isInScope(line: BudgetLine, scope: string): boolean {
  return scope === 'total' || line.kind === scope || line.projectId === scope;
}

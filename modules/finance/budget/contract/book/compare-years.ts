import { findRatio, formatPercent } from '#kernel/money/percent.ts';

import type { BudgetTemplate } from '../template.ts';
import { fillSentence } from './fill-sentence.ts';
import type { Figure, Part } from './made.ts';

export type ChangeStyle = keyof BudgetTemplate['changes'];
export type Direction = 'up' | 'down' | 'same' | 'none';

/** How this year stands to last year; `none` when last year is not known. */
export function findDirection(now: bigint, before: bigint | null): Direction {
  if (before === null) return 'none';
  if (now === before) return 'same';
  return now > before ? 'up' : 'down';
}

/**
 * The clause that compares with last year. From nothing to something there is no percentage, so that part of the
 * clause is left out instead of divided by nought.
 */
export function sayChange(
  template: BudgetTemplate,
  style: ChangeStyle,
  now: Figure,
  before: bigint | null,
): readonly Part[] {
  const direction = findDirection(now.fen, before);
  const words = template.changes[style][direction];
  if (words === '') return [];
  const base = before ?? 0n;
  const delta = now.fen > base ? now.fen - base : base - now.fen;
  const ratio = findRatio(delta, base);
  const clause = ratio === undefined ? words.replace(/，[^，{]*\{percent\}/, '') : words;
  const against = { ...now, expression: `|${now.expression} − 上年|`, fen: delta };
  return fillSentence(clause, {
    delta: against,
    percent:
      ratio === undefined
        ? ''
        : [{ text: formatPercent(ratio), figure: { ...against, expression: '增减额 ÷ 上年' } }],
    lastYear: String(template.year - 1),
  });
}

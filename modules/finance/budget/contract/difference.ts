import { toYuanText } from '#kernel/money/fen.ts';

import type { BudgetLine } from './line.ts';
import type { LineDifference, LineShape } from './shapes.ts';

export function toLineShape({ fen, ...line }: BudgetLine): LineShape {
  return { ...line, amount: toYuanText(fen) };
}

/** What was added, removed and changed between the lines of two versions, by the key that they keep. */
export function compareLines(
  before: readonly BudgetLine[],
  after: readonly BudgetLine[],
): LineDifference[] {
  const old = new Map(before.map((line) => [line.key, line]));
  const found = after.flatMap((line): LineDifference[] => {
    const other = old.get(line.key);
    old.delete(line.key);
    if (other === undefined)
      return [
        {
          key: line.key,
          kind: 'added',
          before: null,
          after: toLineShape(line),
          change: toYuanText(line.fen),
        },
      ];
    const [one, two] = [toLineShape(other), toLineShape(line)];
    if (JSON.stringify(one) === JSON.stringify(two)) return [];
    const change = toYuanText(line.fen - other.fen);
    return [{ key: line.key, kind: 'changed', before: one, after: two, change }];
  });
  const removed = [...old.values()].map((line): LineDifference => ({
    key: line.key,
    kind: 'removed',
    before: toLineShape(line),
    after: null,
    change: toYuanText(-line.fen),
  }));
  return [...found, ...removed].toSorted((a, b) => a.key.localeCompare(b.key, 'en'));
}

import type { BudgetLine } from '../line.ts';
import type { Figure } from './made.ts';

/** The sum of some lines; null when there is none, because nothing budgeted is a blank and not 0.00. */
export function sumLines(
  lines: readonly BudgetLine[],
  expression: string,
  takes: (line: BudgetLine) => boolean = () => true,
): Figure | null {
  const taken = lines.filter(takes);
  if (taken.length === 0) return null;
  return {
    fen: taken.reduce((sum, { fen }) => sum + fen, 0n),
    expression,
    lineKeys: taken.map(({ key }) => key),
  };
}

/** The figure, or nought from no line, for sentences that print 0.00. */
export function orNought(figure: Figure | null, expression: string): Figure {
  return figure ?? { fen: 0n, expression, lineKeys: [] };
}

export function sumFigures(figures: ReadonlyArray<Figure | null>, expression: string): Figure {
  const present = figures.filter((figure) => figure !== null);
  return {
    fen: present.reduce((sum, { fen }) => sum + fen, 0n),
    expression,
    lineKeys: [...new Set(present.flatMap(({ lineKeys }) => lineKeys))],
  };
}

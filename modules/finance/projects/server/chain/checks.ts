import { type Fen, toYuanText } from '#kernel/money/fen.ts';

import type { Check } from '../../contract.ts';

export const sumFen = (all: readonly Fen[]): Fen => all.reduce((sum, one) => sum + one, 0n);

/** Two sums of money side by side. */
export const compare = (name: Check['name'], left: Fen, right: Fen): Check => ({
  name,
  left: toYuanText(left),
  right: toYuanText(right),
  isEqual: left === right,
});

/** Two counts side by side. */
export const compareCounts = (name: Check['name'], left: number, right: number): Check => ({
  name,
  left: String(left),
  right: String(right),
  isEqual: left === right,
});

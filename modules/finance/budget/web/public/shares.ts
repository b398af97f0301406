import { formatYuan, parseYuan } from '#kernel/money/fen.ts';

import type { LineShape } from '../../contract.ts';

export function toFen(amount: string): bigint {
  const read = parseYuan(amount);
  return read.ok ? read.value : 0n;
}

export function sumOf(lines: readonly LineShape[]): bigint {
  return lines.reduce((sum, { amount }) => sum + toFen(amount), 0n);
}

/** For people: `39,311,854.30`. */
export function showYuan(fen: bigint): string {
  return formatYuan(fen);
}

/** A share in percent with one decimal, as text; exact whole-number arithmetic. */
export function showShare(part: bigint, whole: bigint): string {
  if (whole === 0n) return '0.0';
  const tenths = (part * 1000n * 2n + whole) / (whole * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
}

export interface Share {
  readonly key: string;
  readonly name: string;
  readonly fen: bigint;
}

/** Lines added up by a key, the largest first. */
export function toShares(
  lines: readonly LineShape[],
  keyOf: (line: LineShape) => string | undefined,
  nameOf: (key: string) => string,
): Share[] {
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0n) + toFen(line.amount));
  }
  return [...sums]
    .map(([key, fen]) => ({ key, name: nameOf(key), fen }))
    .toSorted((a, b) => compare(b.fen, a.fen));
}

function compare(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

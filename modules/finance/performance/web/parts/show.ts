import { formatYuan, parseYuan } from '#kernel/money/fen.ts';

import { type Indicator, signText } from '../../contract.ts';

/** `≥99.5%`, or the words of a qualitative target. */
export function showTarget({
  sign,
  target,
  unit,
}: Pick<Indicator, 'sign' | 'target' | 'unit'>): string {
  return sign === 'qualitative' ? target : `${signText[sign]}${target}${unit}`;
}

/** A value with its unit; a qualitative one was judged in percent. */
export function showValue({ sign, unit }: Pick<Indicator, 'sign' | 'unit'>, value: string): string {
  return `${value}${sign === 'qualitative' ? '%' : unit}`;
}

/** `39,311,854.30`, of what is written `39311854.30`. */
export function showYuan(text: string): string {
  const read = parseYuan(text);
  return read.ok ? formatYuan(read.value) : text;
}

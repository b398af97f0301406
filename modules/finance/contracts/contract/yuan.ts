import { z } from 'zod';

import { type Fen, parseYuan, YUAN_TEXT } from '#kernel/money/fen.ts';

/** An amount on the wire: yuan with exactly two decimals, never a number. */
export const Yuan = z.string().regex(YUAN_TEXT, '金额应为元，两位小数｜Yuan with two decimals');

/** An amount above zero. */
export const PositiveYuan = Yuan.refine((text) => !text.startsWith('-') && text !== '0.00', {
  message: '金额应大于零｜The amount has to be above zero',
});

/** Reads an amount that its schema has let through. */
export function toFen(text: string): Fen {
  const read = parseYuan(text);
  if (!read.ok) throw new RangeError(`Not an amount: ${text}`);
  return read.value;
}

import { cellOneOf, cellText } from '#kernel/imports/cells.ts';

const say = (zh: string, en: string) => ({ message: `${zh}｜${en}` });

/** A code: letters, digits and dashes. */
export const cellCode = cellText(32).refine(
  (text) => text === '' || /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text),
  say('代码只能用字母、数字和短横线', 'Letters, digits and dashes only'),
);

/** One of the values of a code set. */
export const cellIn = <const T extends string>(values: readonly T[]) =>
  cellOneOf(values as readonly [T, ...T[]]);

/** Metres on a floor plan, to the centimetre. */
export const cellMetres = cellText(8)
  .refine(
    (text) => /^\d{1,4}(\.\d{1,2})?$/.test(text),
    say('应为0到9999之间的数，最多两位小数', 'A number from 0 to 9999, two decimals at most'),
  )
  .transform(Number);

/** `HH:MM`; `24:00` is the end of the day. */
export const cellTime = cellText(5).refine(
  (text) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text),
  say('时间应写作 09:00', 'Write the time as 09:00'),
);

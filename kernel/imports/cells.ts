import { z } from 'zod';

/** Shapes of cells: a sheet holds texts, these say what the texts mean. An empty cell means none. */
const say = (zh: string, en: string) => `${zh}｜${en}`;

const check = (holds: (text: string) => boolean, zh: string, en: string) =>
  z
    .string()
    .trim()
    .superRefine((text, context) => {
      if (!holds(text)) context.addIssue({ code: 'custom', message: say(zh, en) });
    });

/** Text that must be there, up to `max` characters. */
export const cellText = (max = 200) =>
  check(
    (text) => text.length > 0 && text.length <= max,
    `必填，最多${max}个字`,
    `Required, at most ${max} characters`,
  );

/** Text that may be missing; missing is the empty text. */
export const cellOptional = (max = 500) =>
  check((text) => text.length <= max, `最多${max}个字`, `At most ${max} characters`).default('');

export const cellBoolean = check(
  (text) => /^(true|false|是|否|1|0|)$/i.test(text),
  '请填 true 或 false（是/否）',
  'Write true or false',
)
  .default('')
  .transform((text) => /^(true|是|1)$/i.test(text));

export const cellInteger = (min: number, max: number) =>
  check(
    (text) => /^-?\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max,
    `应为${min}到${max}之间的整数`,
    `A whole number from ${min} to ${max}`,
  ).transform(Number);

export const cellDay = check(
  (text) => z.iso.date().safeParse(text).success,
  '日期应写作 2026-01-31',
  'Write the date as 2026-01-31',
);

export const cellOptionalDay = check(
  (text) => text === '' || z.iso.date().safeParse(text).success,
  '日期应写作 2026-01-31，可留空',
  'Write the date as 2026-01-31, or leave it empty',
).default('');

export const cellOneOf = <const T extends string>(values: readonly T[]) =>
  check(
    (text) => values.some((value) => value === text),
    `只能填：${values.join('、')}`,
    `One of: ${values.join(', ')}`,
  ).transform((text) => text as T);

/** Several values in one cell, joined by `|`. */
export const cellList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

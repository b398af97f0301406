import { z } from 'zod';

import { parsePhone } from '#kernel/ids/phone.ts';
import { cellOneOf, cellOptional, cellText } from '#kernel/imports/cells.ts';

const say = (zh: string, en: string) => ({ message: `${zh}｜${en}` });

/** A code: letters, digits and dashes. */
export const cellCode = cellText(64).refine(
  (text) => text === '' || /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text),
  say('代码只能用字母、数字和短横线', 'Letters, digits and dashes only'),
);

/** One of the values of a code set. */
export const cellIn = <const T extends string>(values: readonly T[]) =>
  cellOneOf(values as readonly [T, ...T[]]);

/** `HH:MM`. */
export const cellTime = cellText(5).refine(
  (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  say('时间应写作 09:00', 'Write the time as 09:00'),
);

/** A telephone number, as it is compared: digits only. */
export const cellPhone = cellOptional(40)
  .superRefine((text, context) => {
    if (text === '') return;
    const parsed = parsePhone(text);
    if (!parsed.ok)
      context.addIssue({
        code: 'custom',
        message: `${parsed.message['zh-CN']}｜${parsed.message.en}`,
      });
  })
  .transform((text) => {
    const parsed = parsePhone(text);
    return parsed.ok ? parsed.value.number : text;
  });

export const cellEmail = cellOptional(120).refine(
  (text) => text === '' || z.email().safeParse(text).success,
  say('电子邮箱格式不正确', 'Not an e-mail address'),
);

/** The number of a window, or nothing. */
export const cellWindowNumber = cellOptional(4).refine(
  (text) => /^(|[1-9]\d{0,3})$/.test(text),
  say('窗口号应为1到9999', 'A window number is 1 to 9999'),
);

import { z } from 'zod';

import type { Checked } from '../ids/checked.ts';

/** A UUID made by the application (version 7). */
export const Id = z.uuid();
/** A calendar day, `YYYY-MM-DD`, without a zone. */
export const Day = z.iso.date();
/** An instant, ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true });
/** A time of the day, `HH:MM`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The query of a list: text to search, how many, and the cursor of the next page. */
export const PageQuery = z.object({
  search: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(300).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A page of a list. `total` counts by the same rules as the list itself. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int().nullable(),
  });
}

export const IdParams = z.object({ id: Id });

/** An answer that only says that it was done. */
export const Done = z.object({ done: z.literal(true) });

/** Text that a check of kernel/ids accepts; its refusal is shown in both languages. */
export function checkedBy(check: (text: string) => Checked<unknown>) {
  return z
    .string()
    .trim()
    .superRefine((text, context) => {
      const result = check(text);
      if (!result.ok)
        context.addIssue({
          code: 'custom',
          message: `${result.message['zh-CN']}｜${result.message.en}`,
        });
    });
}

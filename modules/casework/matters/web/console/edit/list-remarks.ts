import type { z } from 'zod';

import { checkBody } from '#web/kit/form/check-body.ts';
import { messages as formMessages } from '#web/kit/form/messages.ts';
import type { Language } from '#web/kit/language.tsx';
import { sayIn } from '#web/kit/words.ts';

import type { Finding } from '../../../contract.ts';
import { type Remark, toPlace } from './places.ts';

/**
 * What is to be put right: places that cannot be saved so, and, when everything can be, the findings of the
 * rules, which are made for content that has its shape.
 */
export function listRemarks<C>(
  schema: z.ZodType<C>,
  content: unknown,
  findAll: (content: C) => readonly Finding[],
  language: Language,
): { readonly remarks: readonly Remark[]; readonly content: C | undefined } {
  const result = schema.safeParse(content);
  if (!result.success) {
    const t = sayIn(formMessages, language);
    const faults = checkBody(schema, content as Readonly<Record<string, unknown>>, t);
    const remarks = faults.map(({ path, reason }): Remark => ({
      place: toPlace(content, path.map(toIndex)),
      weight: 'error',
      sentence: isEmptyList(content, path) ? t('required') : reason,
    }));
    return { remarks, content: undefined };
  }
  const remarks = findAll(result.data).map(({ place, weight, sentence }): Remark => ({
    place,
    weight,
    sentence: sentence[language],
  }));
  return { remarks, content: result.data };
}

/** A list without entries is not too low: it is missing. */
function isEmptyList(content: unknown, path: readonly string[]): boolean {
  const value = path.reduce<unknown>(
    (inside, part) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Readonly<Record<string, unknown>>)[part]
        : undefined,
    content,
  );
  return Array.isArray(value) && value.length === 0;
}

const toIndex = (part: string): string | number => (/^\d+$/u.test(part) ? Number(part) : part);

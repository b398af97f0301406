import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BothWords, problems } from '../contract.ts';
import type { ContentInput } from './inputs.ts';
import type { KindRow } from './tables.ts';

type Content = Readonly<Record<string, BothWords>>;

/**
 * The content of a licence of a kind, in both languages. Refuses with `licences/content-wrong` a key that the kind does not
 * have and a required one that is missing or empty.
 */
export function toContent(kind: KindRow, input: ContentInput, before: Content = {}): Content {
  const given = Object.entries(input).map(
    ([key, value]) =>
      [key, typeof value === 'string' ? { 'zh-CN': value, en: value } : value] as const,
  );
  const content = { ...before, ...Object.fromEntries(given) };
  const known = new Set(kind.fields.map((field) => field.key));
  const wrong = [
    ...Object.keys(content).filter((key) => !known.has(key)),
    ...kind.fields
      .filter(({ key, isRequired }) => isRequired && !content[key]?.['zh-CN'].trim())
      .map((field) => field.key),
  ];
  if (wrong.length === 0) return content;
  throw new ProblemError(problems.contentWrong, { kind: kind.code, fields: wrong.join(', ') });
}

import type { z } from 'zod';

import type { Say } from '../words.ts';
import type { messages } from './messages.ts';
import { sayIssue } from './say-issue.ts';

type Values = Readonly<Record<string, unknown>>;

export interface PlacedFault {
  readonly path: readonly string[];
  readonly reason: string;
}

/** What is wrong with a body by its schema, in the words of the page; empty when nothing is. */
export function checkBody(
  schema: z.ZodType | undefined,
  body: Values,
  t: Say<(typeof messages)['zh-CN']>,
): readonly PlacedFault[] {
  const result = schema?.safeParse(body);
  if (result?.success !== false) return [];
  return result.error.issues.map((issue) => {
    const path = issue.path.map(String);
    return { path, reason: sayIssue(issue, isEmptyAt(body, path), t) };
  });
}

function isEmptyAt(body: Values, path: readonly string[]): boolean {
  const value = path.reduce<unknown>(
    (inside, part) =>
      typeof inside === 'object' && inside !== null ? (inside as Values)[part] : undefined,
    body,
  );
  return value === undefined || value === null || value === '';
}

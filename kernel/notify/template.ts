import type { z } from 'zod';

import { fillWords, type Locale, type Words } from '../problems/contract.ts';

/** A message as modules declare it: its values, and its words in both languages with `{name}` places. */
export interface MessageTemplate<
  V extends z.ZodType<Record<string, string | number>> = z.ZodType<Record<string, string | number>>,
> {
  /** `module.what`, unique. */
  readonly name: string;
  readonly values: V;
  readonly subject: Words;
  readonly body: Words;
  /** Path on this site that the message leads to. */
  readonly link?: (values: z.output<V>) => string;
}

/** Declares a template. */
export function messageTemplate<V extends z.ZodType<Record<string, string | number>>>(
  template: MessageTemplate<V>,
): MessageTemplate<V> {
  return template;
}

export interface Written {
  readonly subject: string;
  readonly body: string;
  readonly link: string;
}

/** Fills a template; its values are checked. */
export function writeMessage<V extends z.ZodType<Record<string, string | number>>>(
  template: MessageTemplate<V>,
  given: z.input<V>,
  locale: Locale,
): Written {
  const values = template.values.parse(given);
  return {
    subject: fillWords(template.subject, locale, values),
    body: fillWords(template.body, locale, values),
    link: template.link?.(values) ?? '',
  };
}

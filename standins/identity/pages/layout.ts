import type { Locale } from '#kernel/problems/contract.ts';

import type { Html } from '../../pages/html.ts';
import { toStandinPage } from '../../pages/page.ts';
import { type MessageName, messages } from '../messages.ts';

/** Words of one language, with places filled. */
export function say(
  locale: Locale,
  name: MessageName,
  values: Readonly<Record<string, string>> = {},
): string {
  return messages[name][locale].replaceAll(
    /\{(\w+)\}/g,
    (whole, key: string) => values[key] ?? whole,
  );
}

/** A whole page. The banner speaks both languages: nobody must take this for a real sign-in. */
export const toPage = (locale: Locale, title: string, content: Html): string =>
  toStandinPage({ locale, banner: messages.banner, title, content });

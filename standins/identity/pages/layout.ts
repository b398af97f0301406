import type { Locale } from '#kernel/problems/contract.ts';

import { type MessageName, messages } from '../messages.ts';
import { html, type Html } from './html.ts';
import { style } from './style.ts';

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

// Whole, since a space more inside the element would not match the hash that the policy names.
const sheet: Html = { markup: `<style>${style}</style>` };

/** A whole page. The banner speaks both languages: nobody must take this for a real sign-in. */
export function toPage(locale: Locale, title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} - ${messages.banner[locale]}</title>
        ${sheet}
      </head>
      <body>
        <aside class="banner">
          <span lang="zh-CN">${messages.banner['zh-CN']}</span
          ><span lang="en">${messages.banner.en}</span>
        </aside>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `.markup;
}

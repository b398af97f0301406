import type { Locale, Words } from '#kernel/problems/contract.ts';

import { html, type Html } from './html.ts';
import { style } from './style.ts';

// Whole, since a space more inside the element would not match the hash that a policy names.
const sheet: Html = { markup: `<style>${style}</style>` };

export interface StandinPage {
  readonly locale: Locale;
  /** What the stand-in is; shown in both languages, so that nobody takes it for the real thing. */
  readonly banner: Words;
  readonly title: string;
  readonly content: Html;
  /** For tables. */
  readonly isWide?: boolean;
}

/** A whole page of a stand-in. */
export function toStandinPage({
  locale,
  banner,
  title,
  content,
  isWide = false,
}: StandinPage): string {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} - ${banner[locale]}</title>
        ${sheet}
      </head>
      <body>
        <aside class="banner">
          <span lang="zh-CN">${banner['zh-CN']}</span><span lang="en">${banner.en}</span>
        </aside>
        <main class="${isWide ? 'wide' : ''}">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `.markup;
}

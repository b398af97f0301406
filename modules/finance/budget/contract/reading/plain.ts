import { toHalfWidth } from '#kernel/ids/text.ts';

/** What texts are compared in: half width, one kind of quotation mark, no white space. Quotes keep the original. */
export function toPlain(text: string): string {
  return toHalfWidth(text)
    .replaceAll(/[“”„‟＂]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
}

import { formatWan } from '#kernel/money/fen.ts';

import type { Figure, Part } from './made.ts';

export type SentenceValue = string | Figure | readonly Part[];

/**
 * Fills a sentence of the template. Amounts become 万元 and keep their origin; a clause that turns out empty takes one
 * comma before it away, as when there is no last year to compare with.
 */
export function fillSentence(
  template: string,
  values: Readonly<Record<string, SentenceValue>>,
): Part[] {
  const parts: Part[] = [];
  for (const piece of template.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) {
      if (piece !== '') parts.push({ text: piece });
      continue;
    }
    const value = values[name];
    if (value === undefined) throw new RangeError(`The sentence wants {${name}}`);
    if (isEmpty(value)) dropComma(parts);
    else parts.push(...toParts(value));
  }
  return mergeTexts(parts);
}

function toParts(value: SentenceValue): readonly Part[] {
  if (typeof value === 'string') return [{ text: value }];
  return isFigure(value) ? [{ text: formatWan(value.fen), figure: value }] : value;
}

function isFigure(value: Exclude<SentenceValue, string>): value is Figure {
  return 'fen' in value;
}

function isEmpty(value: SentenceValue): boolean {
  return typeof value === 'string' ? value === '' : !isFigure(value) && value.length === 0;
}

function dropComma(parts: Part[]): void {
  const last = parts.pop();
  if (last === undefined) return;
  parts.push(last.figure === undefined ? { text: last.text.replace(/，$/, '') } : last);
}

function mergeTexts(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last !== undefined && last.figure === undefined && part.figure === undefined)
      merged[merged.length - 1] = { text: last.text + part.text };
    else merged.push(part);
  }
  return merged;
}

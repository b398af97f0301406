import { parseYuan } from '#kernel/money/fen.ts';

import {
  type PublishedPart,
  readBook,
  readPrinted,
  readTextLines,
  type RenderedBook,
} from '../../contract.ts';

/** Figures found in a published text, and those of them that are not the figures of the book. */
export interface ReadBack {
  readonly figures: number;
  readonly differences: readonly string[];
}

const textOf = (book: RenderedBook): string =>
  `\n\n${book.paragraphs
    .map(({ lines }) => lines.map((parts) => parts.map(({ text }) => text).join('')).join('\n'))
    .join('\n\n')}`;

/** The text of a rendered book, as it is published. */
export function toPublishedText(book: RenderedBook): string {
  return textOf(book);
}

/**
 * Reads the published text as a stranger would, tables and sentences to whole fen, and compares every figure of the
 * tables with the figure that the book holds. A figure that nobody can read back counts as a difference.
 */
export function readBack(book: RenderedBook): ReadBack {
  const read = readBook({
    name: book.title,
    format: 'text',
    lines: readTextLines(textOf(book)),
  });
  const found = new Map<number, bigint[]>();
  for (const table of read.tables.values())
    for (const row of [...table.revenue, ...table.rows])
      for (const { fen, line } of row.values.values())
        found.set(line, [...(found.get(line) ?? []), fen]);
  const differences: string[] = [];
  let figures = 0;
  // The text begins with two empty lines, and paragraphs are parted by one.
  let number = 3;
  for (const { kind, key, lines } of book.paragraphs) {
    for (const parts of lines) {
      if (kind === 'table') {
        const wanted = parts.flatMap(({ figure }) =>
          figure === undefined ? [] : [toFen(figure.amount)],
        );
        figures += wanted.length;
        const got = found.get(number) ?? [];
        if (sorted(wanted) !== sorted(got)) differences.push(`${key}:${number}`);
      }
      if (kind === 'sentence') {
        const amounts = listAmounts(parts);
        figures += amounts.length;
        if (!amounts.every(isReadAlike)) differences.push(`${key}:${number}`);
      }
      number += 1;
    }
    number += 1;
  }
  return { figures, differences };
}

/** The figures of a sentence that are printed in 万元. */
function listAmounts(parts: readonly PublishedPart[]) {
  return parts.flatMap(({ text, figure }, index) =>
    figure !== undefined && parts[index + 1]?.text.startsWith('万元') === true
      ? [{ text, amount: toFen(figure.amount) }]
      : [],
  );
}

const isReadAlike = ({ text, amount }: { readonly text: string; readonly amount: bigint }) =>
  readPrinted(text, 'wan', 0)?.fen === amount;

function toFen(amount: string): bigint {
  const read = parseYuan(amount);
  return read.ok ? read.value : 0n;
}

function sorted(values: readonly bigint[]): string {
  return values.map(String).toSorted().join(' ');
}

import type { Block, FormCell } from '#kernel/documents/pdf/blocks.ts';
import type { PdfPaper } from '#kernel/documents/pdf/paper.ts';

import type { PublishedParagraph, RenderedBook } from '../../contract.ts';

/** Widths of the columns of each table, relative to each other. */
const WIDTHS: Readonly<Record<string, readonly number[]>> = {
  T1: [30, 18, 34, 18],
  T2: [6, 5, 5, 30, 15, 15, 11, 11, 11],
  T3: [7, 6, 6, 36, 17, 17, 17],
  T4: [24, 15, 28, 15, 15, 12, 12],
  T5: [7, 6, 6, 36, 17, 17, 17],
  T6: [7, 6, 6, 36, 17, 17, 17],
  T7: [7, 6, 6, 36, 17, 17, 17],
  T8: [8, 7, 40, 18, 18, 18],
  T9: [14, 14, 14, 14, 14, 14, 18],
};

/** The book as a paper: tables ruled as they are printed, each on a page of its own, narrative between them. */
export function toBookPaper(book: RenderedBook): PdfPaper {
  const body: Block[] = [];
  let isFirst = true;
  for (const paragraph of book.paragraphs) {
    body.push(...toBlocks(paragraph, isFirst));
    isFirst = false;
  }
  return {
    title: book.title,
    author: book.unit,
    orientation: 'landscape',
    size: 11,
    header: { right: book.title },
    body,
  };
}

const textOf = (paragraph: PublishedParagraph, index: number): string =>
  (paragraph.lines[index] ?? []).map(({ text }) => text).join('');

function toBlocks(paragraph: PublishedParagraph, isFirst: boolean): Block[] {
  const { kind, key, lines } = paragraph;
  if (isFirst) return [{ kind: 'title', text: textOf(paragraph, 0) }];
  switch (kind) {
    case 'title':
      return [
        { kind: 'page-break' },
        { kind: 'paragraph', text: textOf(paragraph, 0), align: 'center', indent: 0, size: 14 },
      ];
    case 'table':
      return [toForm(paragraph)];
    case 'heading':
      return [
        {
          kind: 'paragraph',
          text: textOf(paragraph, 0),
          indent: 0,
          align: key.endsWith('.unit') ? 'right' : 'left',
          size: 10,
        },
      ];
    case 'note':
      return [{ kind: 'paragraph', text: textOf(paragraph, 0), indent: 0, size: 10 }];
    case 'text':
    case 'prose':
    case 'sentence':
      return toText(paragraph, lines.length);
  }
}

function toText(paragraph: PublishedParagraph, count: number): Block[] {
  const { kind, key } = paragraph;
  const text = textOf(paragraph, 0);
  if (kind === 'text') {
    const isPart = key.startsWith('project.') && key.endsWith('.title');
    return [
      ...(isPart ? [{ kind: 'page-break' as const }] : []),
      { kind: 'heading', text, level: isPart || !/^[一二三四五六七八九十]、/.test(text) ? 1 : 2 },
    ];
  }
  return Array.from({ length: count }, (_, index): Block => {
    return { kind: 'paragraph', text: textOf(paragraph, index) };
  });
}

/** Cells of one line: tabs stand between them. */
export function cellsOf(parts: PublishedParagraph['lines'][number]): string[] {
  return parts
    .map(({ text }) => text)
    .join('')
    .split('\t');
}

function toForm({ key, lines, headRows = 0 }: PublishedParagraph): Block {
  const code = key.replace('table.', '');
  const rows = lines.map(cellsOf);
  const width = Math.max(...rows.map((cells) => cells.length));
  const widths = WIDTHS[code] ?? Array.from({ length: width }, () => 1);
  return {
    kind: 'form',
    widths,
    rows: rows.map((cells, index) => ({
      cells:
        index < headRows
          ? toHeadCells(rows, index, headRows)
          : cells.map((text): FormCell => ({ text, align: isAmount(text) ? 'right' : 'left' })),
    })),
  };
}

const isAmount = (text: string): boolean => /^-?[\d,]+\.\d\d$/.test(text);

/** A heading reaches over the blanks that follow it, as far as the heading above it does. */
function toHeadCells(
  rows: ReadonlyArray<readonly string[]>,
  index: number,
  head: number,
): FormCell[] {
  const cells = rows[index] ?? [];
  const above = rows[index - 1];
  const isLast = index === head - 1;
  const made: FormCell[] = [];
  let column = 0;
  while (column < cells.length) {
    const start = column;
    column += 1;
    if (!isLast && cells[start] !== '')
      while (column < cells.length && cells[column] === '' && (above?.[column] ?? '') === '')
        column += 1;
    made.push({ text: cells[start] ?? '', label: true, span: column - start });
  }
  return made;
}

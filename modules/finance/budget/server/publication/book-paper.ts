import type { Block, FormCell } from '#kernel/documents/pdf/blocks.ts';
import type { PdfPaper } from '#kernel/documents/pdf/paper.ts';

import {
  joinHead,
  listDepth,
  type PublishedParagraph,
  type RenderedBook,
  TARGET_CELLS,
  withoutMark,
} from '../../contract.ts';

/** Widths of the columns of each table, relative to each other. */
const WIDTHS: Readonly<Record<string, readonly number[]>> = {
  T1: [30, 21, 34, 21],
  T2: [9, 8, 8, 30, 27, 27, 14, 16, 14],
  T3: [9, 8, 8, 38, 26, 26, 26],
  T4: [31.9, 23.6, 43.5, 23.7, 23.7, 17, 16.6],
  T5: [9, 8, 8, 38, 26, 26, 26],
  T6: [9, 8, 8, 38, 26, 26, 26],
  T7: [9, 8, 8, 38, 26, 26, 26],
  T8: [10, 9, 40, 26, 26, 26],
  T9: [14, 14, 14, 14, 14, 14, 18],
};

/** Small five (小五): the widest table then keeps every amount on one line. */
const TABLE_SIZE = 9;
/** Seven columns, two of them labels. */
const SMALLER: Readonly<Record<string, number>> = { T4: 8 };

const TARGET_WIDTHS = [16, 22, 40, 24, 10];

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
    size: 11,
    margins: [18, 15, 18, 15],
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
        {
          kind: 'paragraph',
          text: [{ text: textOf(paragraph, 0), bold: true }],
          align: 'center',
          indent: 0,
          size: 14,
        },
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
      if (kind === 'prose' && key.startsWith('targets.')) return toTargetTable(paragraph);
      return toText(paragraph, lines.length);
  }
}

/** The targets of one project: name and goal, then its indicators. */
function toTargetTable(paragraph: PublishedParagraph): Block[] {
  const [goal = '', head = '', ...rows] = paragraph.lines.map((_, index) =>
    textOf(paragraph, index),
  );
  const cells = (text: string) => text.split(TARGET_CELLS);
  return [
    { kind: 'paragraph', text: goal },
    {
      kind: 'table',
      size: 9.5,
      columns: cells(head).map((heading, index) => ({
        heading,
        width: TARGET_WIDTHS[index] ?? 1,
      })),
      rows: rows.map(cells),
    },
  ];
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
    const line = textOf(paragraph, index);
    const depth = listDepth(line);
    return depth === 0
      ? { kind: 'paragraph', text: line }
      : { kind: 'paragraph', text: withoutMark(line), indent: depth * 2 };
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
  const head = joinHead(rows.slice(0, headRows)).map((cells) =>
    cells.map((cell): FormCell => ({ ...cell, label: true })),
  );
  return {
    kind: 'form',
    widths,
    size: SMALLER[code] ?? TABLE_SIZE,
    headRows,
    rows: [
      ...head.map((cells) => ({ cells })),
      ...rows.slice(headRows).map((cells) => ({ cells: toCells(cells) })),
    ],
  };
}

const CODE_COLUMNS = 4;
const isAmount = (text: string): boolean => /^-?[\d,]+\.\d\d$/.test(text);

/** A row of the table; 合计 reaches over the columns of codes and names that it has no use for. */
function toCells(cells: readonly string[]): FormCell[] {
  const isTotal = cells[0] === '合计';
  const found = cells.findIndex((text, index) => index > 0 && text !== '');
  // A table without a figure has four columns of codes and names before its amounts.
  const codes = found === -1 ? CODE_COLUMNS : found;
  const first = isTotal ? codes : 0;
  const lead: FormCell[] =
    first > 1 ? [{ text: '合计', span: first, align: 'center', bold: true }] : [];
  return [
    ...lead,
    ...cells
      .slice(lead.length === 0 ? 0 : first)
      .map((text): FormCell => ({ text, align: isAmount(text) ? 'right' : 'left' })),
  ];
}

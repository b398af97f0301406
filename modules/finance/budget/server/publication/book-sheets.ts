import type { SheetColumn } from '#kernel/documents/sheets/columns.ts';
import { type NamedSheet, streamWorkbook } from '#kernel/documents/sheets/write-workbook.ts';
import { parseYuan } from '#kernel/money/fen.ts';

import type { PublishedParagraph, RenderedBook } from '../../contract.ts';
import { cellsOf } from './book-paper.ts';

/** Names of the district platform's sheets, so that its readers, and ours, know the tables. */
const SHEET_NAMES: Readonly<Record<string, string>> = {
  T1: '3.15 收支总表',
  T2: '3.16 收入总表',
  T3: '3.17 支出总表',
  T4: '3.19 财政拨款收支总表',
  T5: '3.21 一般公共预算功能分类',
  T6: '3.22 政府性基金',
  T7: '3.23 国有资本经营预算',
  T8: '3.24 基本支出经济分类',
  T9: '3.25 三公和机关运行经费',
};

/** The nine tables as a workbook, in pieces to send on. */
export function streamSheets(book: RenderedBook): AsyncGenerator<Buffer> {
  return streamWorkbook(listSheets(book), { locale: 'zh-CN' });
}

/** The same as one file. */
export async function toSheets(book: RenderedBook): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of streamSheets(book)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function listSheets(book: RenderedBook): NamedSheet[] {
  const textOf = (key: string) => book.paragraphs.find((one) => one.key === key);
  return book.paragraphs.flatMap((paragraph) => {
    const { kind, key } = paragraph;
    const name = SHEET_NAMES[key.replace('table.', '')];
    if (kind !== 'table' || name === undefined) return [];
    const lines = (...parts: readonly string[]) =>
      parts.flatMap(
        (part) => textOf(`${key}.${part}`)?.lines.map((line) => cellsOf(line).join('')) ?? [],
      );
    const around = { above: lines('title', 'department', 'unit'), below: lines('note') };
    return [{ ...toSheet(name, paragraph), ...around }];
  });
}

function toSheet(name: string, { lines, headRows = 0 }: PublishedParagraph): NamedSheet {
  const rows = lines.map(cellsOf);
  const head = rows.slice(0, headRows);
  const body = rows.slice(headRows);
  const width = Math.max(...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index): SheetColumn => {
    const heading = head.map((cells) => cells[index] ?? '').findLast((text) => text !== '') ?? '';
    const isMoney = body.some((cells) => parseYuan(plain(cells[index])).ok);
    const common = { key: `c${index}`, heading: { 'zh-CN': heading, en: heading }, width: 18 };
    return isMoney ? { ...common, type: 'money' } : { ...common, type: 'text' };
  });
  return {
    name,
    columns,
    rows: body.map((cells) =>
      Object.fromEntries(
        columns.flatMap((column, index) => {
          const text = cells[index] ?? '';
          if (text === '') return [];
          const money = parseYuan(plain(text));
          return [[column.key, column.type === 'money' && money.ok ? money.value : text] as const];
        }),
      ),
    ),
  };
}

const plain = (text: string | undefined): string => (text ?? '').replaceAll(',', '');

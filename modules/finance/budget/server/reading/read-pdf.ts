import { getDocumentProxy } from 'unpdf';

import type { SourceLine } from '../../contract.ts';
import { type Carry, joinAll, type Piece, type Row, toPageLines, toRows } from './pdf-grid.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** The text of a PDF, page by page; what stands in columns becomes rows with cells. Throws UnreadableFile. */
export async function readPdfLines(name: string, bytes: Uint8Array): Promise<SourceLine[]> {
  const pages: Row[][] = [];
  let characters = 0;
  const pdf = await open(name, bytes);
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , d = 0, x = 0, y = 0] = item.transform as number[];
        const height = Math.abs(d) || item.height;
        return [{ text: item.str, x, y, width: item.width, height }];
      });
      characters += pieces.reduce((sum, { text }) => sum + text.length, 0);
      pages.push(toRows(pieces));
      page.cleanup();
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
  if (characters < 20)
    throw new UnreadableFile(
      `PDF ${name} 共 ${pdf.numPages} 页，没有文字（可能是扫描图片），请提供带文字的 PDF、网页或工作簿。`,
      `The PDF ${name} of ${pdf.numPages} pages holds no text (perhaps scanned pictures); give a PDF with text, a page or a workbook.`,
    );
  return toLines(dropRunningLines(pages));
}

function toLines(pages: ReadonlyArray<readonly Row[]>): SourceLine[] {
  const lines: SourceLine[] = [];
  const carry: Carry = { bands: undefined, head: [] };
  for (const [index, rows] of pages.entries())
    for (const { text, cells } of toPageLines(rows, carry))
      lines.push({ number: lines.length + 1, text, cells, place: `第 ${index + 1} 页` });
  return lines;
}

/** A line is a running head or foot when it stands first or last on this many pages, but for its digits. */
const RUNNING = 3;

function dropRunningLines(pages: ReadonlyArray<readonly Row[]>): Array<readonly Row[]> {
  const shape = (row: Row | undefined) => joinAll(row).replaceAll(/\d+/g, '#');
  const count = (of: (rows: readonly Row[]) => Row | undefined) => {
    const counts = new Map<string, number>();
    for (const rows of pages) {
      const text = shape(of(rows));
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return counts;
  };
  const heads = count((rows) => rows[0]);
  const feet = count((rows) => rows.at(-1));
  return pages.map((rows) => {
    const from = (heads.get(shape(rows[0])) ?? 0) >= RUNNING ? 1 : 0;
    const to = (feet.get(shape(rows.at(-1))) ?? 0) >= RUNNING ? rows.length - 1 : rows.length;
    return rows.slice(from, to);
  });
}

async function open(name: string, bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    throw new UnreadableFile(
      `PDF ${name} 已损坏或有密码，无法读取。`,
      `The PDF ${name} is damaged or has a password.`,
      error,
    );
  }
}

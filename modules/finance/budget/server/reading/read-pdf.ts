import { getDocumentProxy } from 'unpdf';

import type { SourceLine } from '../../contract.ts';
import { type Piece, toPageLines } from './pdf-grid.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** The text of a PDF, page by page; what stands in columns becomes rows with cells. Throws UnreadableFile. */
export async function readPdfLines(name: string, bytes: Uint8Array): Promise<SourceLine[]> {
  const lines: SourceLine[] = [];
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
      for (const { text, cells } of toPageLines(pieces))
        lines.push({ number: lines.length + 1, text, cells, place: `第 ${number} 页` });
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
  return lines;
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

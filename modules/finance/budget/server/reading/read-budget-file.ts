import { decodeText } from '#kernel/documents/sheets/csv-rows.ts';

import { readTextLines, type SourceDocument } from '../../contract.ts';
import { UnreadableFile } from './unreadable-file.ts';

export { UnreadableFile } from './unreadable-file.ts';

/** Larger files are no budget book: pictures, or something else altogether. */
export const LARGEST_FILE = 20_000_000;

/**
 * Reads a document of any kind that this software knows: published text, HTML, PDF with text, or an xlsx workbook. What
 * it is is told by its content, never by its name. Throws UnreadableFile.
 */
export async function readBudgetFile(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  if (bytes.length > LARGEST_FILE)
    throw new UnreadableFile(
      `文件 ${name} 有 ${sizeOf(bytes.length)} MB，超过 ${sizeOf(LARGEST_FILE)} MB 的上限，没有读取。`,
      `${name} has ${sizeOf(bytes.length)} MB, more than the ${sizeOf(LARGEST_FILE)} MB that are read.`,
    );
  if (bytes.length === 0) throw new UnreadableFile(`文件 ${name} 是空的。`, `${name} is empty.`);
  if (startsWith(bytes, '%PDF')) {
    const { readPdfLines } = await import('./read-pdf.ts');
    return { name, format: 'pdf', lines: await readPdfLines(name, bytes) };
  }
  if (startsWith(bytes, 'PK')) {
    const { readWorkbookLines } = await import('./read-workbook.ts');
    return { name, format: 'workbook', lines: await readWorkbookLines(name, bytes) };
  }
  const text = decode(name, bytes);
  if (/<(?:!doctype html|html|table|body|div|p)[\s>]/i.test(text.slice(0, 20_000))) {
    const { readHtmlLines } = await import('./read-html.ts');
    return { name, format: 'html', lines: readHtmlLines(text) };
  }
  return { name, format: 'text', lines: readTextLines(text) };
}

function sizeOf(bytes: number): string {
  return String(Math.ceil(bytes / 1_000_000));
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark;
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes).text;
  } catch (error) {
    throw new UnreadableFile(
      `文件 ${name} 不是文本、HTML、PDF 或 xlsx 工作簿，无法读取。`,
      `${name} is neither text, HTML, PDF nor an xlsx workbook.`,
      error,
    );
  }
}

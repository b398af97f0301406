/** One line of a document, whatever its format was. A row of a table has its cells. */
export interface SourceLine {
  /** Counted from 1 as the document counts: lines of text, rows of a workbook, lines of a page. */
  readonly number: number;
  readonly text: string;
  readonly cells: readonly string[] | null;
  /** Where a person finds it, when it is not simply a line: `第 3 页`, `3.15 收支总表`. */
  readonly place?: string;
}

/** A document as lines; the name is what messages call it. */
export interface SourceDocument {
  readonly name: string;
  readonly format: 'text' | 'html' | 'pdf' | 'workbook' | 'package';
  readonly lines: readonly SourceLine[];
}

/** Lines of published text: any line ending, with or without a byte order mark and a last newline. */
export function readTextLines(text: string): SourceLine[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({
      number: index + 1,
      text: line,
      cells: line.includes('\t') ? line.split('\t') : null,
    }));
  return lines;
}

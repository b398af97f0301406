import type { TableCode } from '../template.ts';

/** A figure that was computed: its value, how, and from which lines. */
export interface Figure {
  readonly fen: bigint;
  readonly expression: string;
  readonly lineKeys: readonly string[];
}

/** A piece of text; one that carries a figure can show where it comes from. */
export interface Part {
  readonly text: string;
  readonly figure?: Figure;
}

export interface MadeCell {
  readonly text: string;
  /** Null is a blank, which is not nought. */
  readonly figure: Figure | null;
}

export interface MadeRow {
  /** Names the row in lineage: a code, a label, 合计. */
  readonly key: string;
  readonly cells: readonly MadeCell[];
}

export interface MadeTable {
  readonly code: TableCode;
  readonly title: string;
  readonly head: ReadonlyArray<readonly string[]>;
  readonly rows: readonly MadeRow[];
  readonly note: string | null;
}

export type ParagraphKind = 'text' | 'prose' | 'sentence' | 'title' | 'table' | 'note' | 'heading';

/** Lines that stand together; paragraphs are parted by one blank line. */
export interface MadeParagraph {
  readonly kind: ParagraphKind;
  /** Stable name of the paragraph, e.g. `sentence.income`, `table.T3`, `project.P01.budget`. */
  readonly key: string;
  readonly lines: ReadonlyArray<readonly Part[]>;
  readonly table?: MadeTable;
}

export interface MadeBook {
  readonly title: string;
  readonly unit: string;
  readonly year: number;
  readonly paragraphs: readonly MadeParagraph[];
  readonly tables: readonly MadeTable[];
}

/** The published text: paragraphs parted by blank lines, tables with tabs, no final newline. */
export function toBookText(book: MadeBook): string {
  const texts = book.paragraphs.map(({ lines }) =>
    lines.map((parts) => parts.map(({ text }) => text).join('')).join('\n'),
  );
  return `\n\n${texts.join('\n\n')}`;
}

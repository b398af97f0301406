import type { TableCode } from '../template.ts';
import type { SourceLine } from './source.ts';

/** The lines of a document that one table takes. */
export interface TableSpan {
  readonly code: TableCode;
  readonly title: SourceLine;
  /** Lines between the title and the first row. */
  readonly before: readonly SourceLine[];
  readonly rows: readonly SourceLine[];
  /** The first line after the table when it is a note. */
  readonly note: SourceLine | undefined;
}

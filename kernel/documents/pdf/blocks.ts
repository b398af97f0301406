import type { RichText } from '../text/lines.ts';
import type { Artwork } from './artwork.ts';

export type Align = 'left' | 'center' | 'right' | 'justify';

/** One piece of a paper, from top to bottom. Lengths are millimetres, type sizes points. */
export type Block =
  | Title
  | DocumentNumber
  | Heading
  | Paragraph
  | List
  | Fields
  | Form
  | Table
  | Signature
  | Signers
  | QrMark
  | Picture
  | Rule
  | Canvas
  | Beside
  | Keep
  | { readonly kind: 'space'; readonly height: number }
  | { readonly kind: 'page-break' };

/** Name of the paper, centred (标题). */
export interface Title {
  readonly kind: 'title';
  readonly text: string;
  readonly subtitle?: string;
}

/** Number of the paper, at the right (文书编号), e.g. 松政服〔2026〕12号. */
export interface DocumentNumber {
  readonly kind: 'document-number';
  readonly text: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly text: RichText;
  readonly level?: 1 | 2;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: RichText;
  /** Squares that the first line is set in by; two in Chinese and none in English when absent. */
  readonly indent?: number;
  readonly align?: Align;
  readonly size?: number;
  readonly soft?: boolean;
}

/** Numbered or marked items with a hanging indent. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly RichText[];
  /** `decimal` 1. 2., `bracketed` （1）（2）, `bullet` · */
  readonly marker?: 'decimal' | 'bracketed' | 'bullet';
}

/** Labels and values in a ruled table of one or two pairs a row. */
export interface Fields {
  readonly kind: 'fields';
  readonly items: ReadonlyArray<{
    readonly label: string;
    readonly value: RichText;
    /** Takes a whole row of a two-pair table. */
    readonly wide?: boolean;
  }>;
  readonly columns?: 1 | 2;
  /** Width of a label; as wide as the widest when absent. */
  readonly labelWidth?: number;
}

export interface FormCell {
  readonly text?: RichText;
  /** A label is centred and shaded; other cells are for what is filled in. */
  readonly label?: boolean;
  /** Columns that the cell covers. */
  readonly span?: number;
  /** Rows that the cell covers; rows joined this way stay on one page. */
  readonly rows?: number;
  readonly align?: Align;
  readonly bold?: boolean;
  /** Set at the foot of the cell, at the right: where one signs, 年 月 日. */
  readonly foot?: RichText;
}

/** A ruled form (审批表, 送达回证): columns of relative widths, cells that span several of them. */
export interface Form {
  readonly kind: 'form';
  readonly widths: readonly number[];
  readonly rows: ReadonlyArray<{
    readonly cells: readonly FormCell[];
    /** Room for handwriting. */
    readonly minHeight?: number;
  }>;
  /** Type size in points; 10.5 (五号) when absent. Rows are lower with smaller type. */
  readonly size?: number;
  /** So many rows at the top are its head: they are drawn again where the form goes on. */
  readonly headRows?: number;
}

export interface TableColumn {
  readonly heading: string;
  /** Share of the width, relative to the other columns. */
  readonly width: number;
  readonly align?: Align;
}

/** A table of data; its head is repeated on every page that it runs over. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  /** Cells by column. Any iterable: twenty thousand rows need not stand in memory as cells. */
  readonly rows: Iterable<readonly RichText[]>;
  /** Last row, bold and never alone on a page. */
  readonly total?: readonly RichText[];
  readonly caption?: string;
  /** `grid` rules every cell, `lines` only the rows (for reports). */
  readonly rules?: 'grid' | 'lines';
  readonly size?: number;
  /** Shown in place of rows when there are none. */
  readonly emptyText?: string;
}

/**
 * Who issued the paper and when (落款): name and date at the right, the seal pressed over both, its centre a little
 * above the date (GB/T 9704-2012, 7.3.5). Without a picture of a seal the place for one is marked.
 */
export interface Signature {
  readonly kind: 'signature';
  readonly organisation: string;
  readonly date: string;
  readonly seal?: Artwork;
  /** Diameter or width of the seal; 42 when absent. */
  readonly sealSize?: number;
}

/** Places to sign side by side, each with a line; a captured handwritten signature is laid upon it. */
export interface Signers {
  readonly kind: 'signers';
  readonly items: ReadonlyArray<{
    readonly label: string;
    readonly image?: Artwork;
    /** What stands on the date line; an empty one to write on when absent. */
    readonly date?: string;
  }>;
}

export interface QrMark {
  readonly kind: 'qr';
  /** What a telephone reads, usually an address. */
  readonly content: string;
  readonly caption?: string;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface Picture {
  readonly kind: 'picture';
  readonly artwork: Artwork;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly caption?: string;
}

/** A line across the page; with a label and dashes it is where a slip is torn off. */
export interface Rule {
  readonly kind: 'rule';
  readonly dashed?: boolean;
  readonly label?: string;
}

/** What stands at a place of its own on a canvas: millimetres from its upper left corner. */
export type CanvasItem =
  | CanvasText
  | {
      readonly kind: 'picture';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly artwork: Artwork;
    }
  | {
      readonly kind: 'qr';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly content: string;
    };

export interface CanvasText {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: RichText;
  /** Points. */
  readonly size: number;
  readonly align?: Align;
  readonly bold?: boolean;
  readonly soft?: boolean;
  /** Distance of lines as a multiple of the size; 1.5 when absent. */
  readonly leading?: number;
}

/** A piece on which each item has its own place, as on a certificate. Taller than a page it is refused. */
export interface Canvas {
  readonly kind: 'canvas';
  readonly height: number;
  readonly items: readonly CanvasItem[];
}

/** Two columns, e.g. text with a code beside it. Never broken over pages. */
export interface Beside {
  readonly kind: 'beside';
  readonly left: readonly Block[];
  readonly right: readonly Block[];
  /** Share of the left column, 0 to 1; 0.7 when absent. */
  readonly share?: number;
}

/** Pieces that stay on one page together. */
export interface Keep {
  readonly kind: 'keep';
  readonly blocks: readonly Block[];
}

import type { Words } from '#kernel/problems/contract.ts';

import type { Block } from './blocks.ts';
import type { Orientation } from './units.ts';

/** Text at the left, in the middle and at the right of a margin. */
export interface Margin {
  readonly left?: string;
  readonly center?: string;
  readonly right?: string;
}

/** A whole paper: what is on it and how its pages look. */
export interface PdfPaper {
  /** Title of the file, as readers show it in their window. */
  readonly title: string;
  readonly author?: string;
  readonly orientation?: Orientation;
  /** Millimetres: top, right, bottom, left. */
  readonly margins?: readonly [number, number, number, number];
  /** Type size of running text in points; 12 (小四) when absent. */
  readonly size?: number;
  readonly header?: Margin;
  /** The page number stands at the centre or, when that is taken, at the right, unless `pageNumbers` is false. */
  readonly footer?: Margin;
  readonly pageNumbers?: boolean;
  /** Laid across every page, e.g. 演示 or what a copy may be used for. */
  readonly watermark?: string;
  readonly body: readonly Block[];
}

/** Words that the engine itself sets. */
export const PAPER_WORDS = {
  pageOf: { 'zh-CN': '第 {page} 页，共 {of} 页', en: 'Page {page} of {of}' },
  sealPlace: { 'zh-CN': '（盖章）', en: '(seal)' },
  dateLine: { 'zh-CN': '年　　月　　日', en: 'Date:' },
  continued: { 'zh-CN': '{caption}（续）', en: '{caption} (continued)' },
  noRows: { 'zh-CN': '无', en: 'None' },
  tearHere: { 'zh-CN': '沿此线裁开', en: 'Tear here' },
} as const satisfies Record<string, Words>;

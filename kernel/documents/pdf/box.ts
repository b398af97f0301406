import type { Locale } from '#kernel/problems/contract.ts';

import type { Script } from '../text/glyphs.ts';
import type { Content } from './content.ts';
import type { PdfFile } from './pdf-file.ts';

/** What is placed on a page as one piece. Points throughout. */
export interface Box {
  readonly height: number;
  draw(content: Content, x: number, top: number): void;
  /** Distance to the box above; left out at the top of a page. */
  readonly before?: number;
  /** Must not be parted from the box after it. */
  readonly keepWithNext?: boolean;
  /** Drawn first when this box begins a page in the middle of its table. */
  readonly head?: Box;
  /** Cuts a box that is taller than a page; undefined when nothing fits into `room`. */
  split?(room: number): readonly [Box, Box] | undefined;
  /** The next page begins here. */
  readonly startsPage?: boolean;
}

/** What every piece of a paper needs to know to lay itself out. */
export interface Setting {
  readonly file: PdfFile;
  readonly locale: Locale;
  readonly script: Script;
  /** Type size of running text. */
  readonly size: number;
  /** Greatest height that a box can have. */
  readonly pageRoom: number;
}

/** Boxes one upon another as one. */
export function stackBoxes(boxes: readonly Box[]): Box {
  let height = 0;
  const tops = boxes.map((box, index) => {
    const top = height + (index === 0 ? 0 : (box.before ?? 0));
    height = top + box.height;
    return top;
  });
  return {
    height,
    before: boxes[0]?.before ?? 0,
    draw: (content, x, top) => {
      for (const [index, box] of boxes.entries()) box.draw(content, x, top + (tops[index] ?? 0));
    },
  };
}

import { distance } from './geometry.ts';
import type { Quad } from './image.ts';

export interface Watch {
  readonly quad: Quad;
  readonly since: number;
}

/** How long a page has to lie still before it is taken, and how far a corner may tremble, in parts of the picture's width. */
const STILL_MS = 900;
const TREMBLE = 0.008;

/**
 * Looks on while somebody lays a page down: gives what to remember until the next picture, and whether the page has lain
 * still long enough to be taken. `takenQuad` is the page that was taken last: it is taken again only once it has moved.
 */
export function watch(
  before: Watch | undefined,
  seen: { readonly quad: Quad | undefined; readonly at: number; readonly width: number },
  takenQuad?: Quad,
): { readonly watch: Watch | undefined; readonly isStill: boolean; readonly progress: number } {
  const { quad, at, width } = seen;
  if (quad === undefined) return { watch: undefined, isStill: false, progress: 0 };
  const reach = TREMBLE * width;
  const isSame = before !== undefined && moved(before.quad, quad) <= reach;
  const now: Watch = isSame ? before : { quad, since: at };
  if (takenQuad !== undefined && moved(takenQuad, quad) <= 4 * reach)
    return { watch: now, isStill: false, progress: 0 };
  const progress = Math.min(1, (at - now.since) / STILL_MS);
  return { watch: now, isStill: progress >= 1, progress };
}

const moved = (one: Quad, other: Quad): number =>
  Math.max(...one.map((corner, at) => distance(corner, other[at] ?? corner)));

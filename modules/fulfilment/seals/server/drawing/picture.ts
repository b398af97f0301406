import type { Artwork } from '#kernel/documents/pdf/artwork.ts';

import { sealKinds } from '../../contract.ts';
import type { Drawing } from './seals.ts';

const RED = '#c8102e';

/** A seal at true millimetres, all of it outlines: the same on a machine without the font. */
export function toSvg(drawing: Drawing): string {
  const { width, height, paths } = drawing;
  const title = sealKinds[drawing.kind].title['zh-CN'];
  const shapes = paths
    .map(({ d, evenOdd }) => `<path d="${d}"${evenOdd === true ? ' fill-rule="evenodd"' : ''}/>`)
    .join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
    `viewBox="0 0 ${width} ${height}" role="img" fill="${RED}"><title>${title}</title>${shapes}</svg>`
  );
}

export function toArtwork({ width, height, paths }: Drawing): Artwork {
  return { kind: 'outlines', width, height, paths };
}

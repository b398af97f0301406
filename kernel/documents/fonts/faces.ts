import { readFileSync } from 'node:fs';

import { create, type Font } from 'fontkit';

/** The two weights that every paper is set in. */
export type Weight = 'regular' | 'bold';

const FILES: Readonly<Record<Weight, string>> = {
  regular: '../../../assets/fonts/NotoSansSC-Regular.ttf',
  bold: '../../../assets/fonts/NotoSansSC-Bold.ttf',
};

const opened = new Map<Weight, Font>();

/** The font of a weight. Read at the first use (10 MB, about 20 ms) and kept for the process. */
export function getFont(weight: Weight): Font {
  const known = opened.get(weight);
  if (known !== undefined) return known;
  const font = create(readFileSync(new URL(FILES[weight], import.meta.url)));
  opened.set(weight, font);
  return font;
}

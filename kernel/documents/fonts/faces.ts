import { readFileSync } from 'node:fs';

import { create, type Font } from 'fontkit';

/** The two weights that every paper is set in. */
export type Weight = 'regular' | 'bold';

/** Beside them a serif (宋体) for what the law wants in one: names on seals. */
export type Face = Weight | 'serif';

const FILES: Readonly<Record<Face, string>> = {
  regular: '../../../assets/fonts/NotoSansSC-Regular.ttf',
  bold: '../../../assets/fonts/NotoSansSC-Bold.ttf',
  serif: '../../../assets/fonts/NotoSerifSC-SemiBold.ttf',
};

const opened = new Map<Face, Font>();

/** The font of a face. Read at the first use (10 to 15 MB, about 20 ms) and kept for the process. */
export function getFont(face: Face): Font {
  const known = opened.get(face);
  if (known !== undefined) return known;
  const font = create(readFileSync(new URL(FILES[face], import.meta.url)));
  opened.set(face, font);
  return font;
}

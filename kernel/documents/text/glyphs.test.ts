import { describe, expect, it } from 'vitest';

import { getFont } from '../fonts/faces.ts';
import { missingGlyphs, toGlyphs } from './glyphs.ts';

describe('characters that the fonts hold', () => {
  it('prints the rare characters that occur in names', () => {
    expect(missingGlyphs('䶮堃犇㛃𠅤𬭊')).toEqual([]);
  });

  it('names every character that is missing, once, and draws a visible mark for it', () => {
    expect(missingGlyphs('张𬎆王𬎆😀')).toEqual(['𬎆', '😀']);
    expect(toGlyphs('𬎆', 'bold', 'chinese')).toMatchObject([{ text: '〓', missing: '𬎆' }]);
  });

  it('does not report what has no shape: joiners, variation selectors, controls', () => {
    expect(missingGlyphs('葛\u{e0100}城\ufe00\u200d\u0000\ufeff')).toEqual([]);
    expect(toGlyphs('葛\u{e0100}', 'regular', 'chinese')).toHaveLength(1);
  });

  it('holds all of GB 2312 and of the basic Chinese block in both weights', () => {
    const decoder = new TextDecoder('gb18030');
    let all = '';
    for (let high = 0xb0; high <= 0xf7; high += 1) {
      const last = high === 0xd7 ? 0xf9 : 0xfe;
      for (let low = 0xa1; low <= last; low += 1) all += decoder.decode(Uint8Array.of(high, low));
    }
    for (let code = 0x4e00; code <= 0x9fef; code += 1) all += String.fromCodePoint(code);
    for (const weight of ['regular', 'bold'] as const) {
      const absent = all
        .split('')
        .filter((one) => !getFont(weight).hasGlyphForCodePoint(one.charCodeAt(0)));
      expect(absent).toEqual([]);
    }
  });

  it('reports a half of a surrogate pair instead of failing', () => {
    expect(missingGlyphs('\ud840')).toEqual(['\ud840']);
  });

  it('composes a letter and its accent', () => {
    expect(
      toGlyphs('lu\u0308', 'regular', 'western').map((glyph) => (glyph === '\n' ? '' : glyph.text)),
    ).toEqual(['l', 'ü']);
  });

  it('draws the check boxes of a form', () => {
    expect(missingGlyphs('☑ 是 ☐ 否')).toEqual([]);
  });
});

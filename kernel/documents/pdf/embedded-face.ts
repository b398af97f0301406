import { PDFHexString, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import type { FontSubset } from 'fontkit';

import { getFont, type Weight } from '../fonts/faces.ts';
import type { Glyph } from '../text/glyphs.ts';

/**
 * The glyphs of one font that one document uses. Glyphs are numbered in order of first use, so that the same
 * text gives the same bytes whatever was printed before it in this process. The object model is pdf-lib's; its
 * own text encoder is not used because it shapes each string anew (0.3 ms) and keeps code points across documents.
 */
export class EmbeddedFace {
  readonly #weight: Weight;
  readonly #subset: FontSubset;
  readonly #codes = new Map<number, string>();
  readonly #used: Array<{ readonly text: string; readonly width: number }> = [];

  constructor(weight: Weight) {
    this.#weight = weight;
    this.#subset = getFont(weight).createSubset();
  }

  /** The four hexadecimal digits that a text operator writes for this glyph. */
  encode(glyph: Glyph): string {
    const known = this.#codes.get(glyph.id);
    if (known !== undefined) return known;
    const subsetId = this.#subset.includeGlyph(glyph.id);
    const code = subsetId.toString(16).padStart(4, '0');
    this.#codes.set(glyph.id, code);
    this.#used[subsetId] = { text: glyph.text, width: glyph.fontWidth };
    return code;
  }

  isUsed(): boolean {
    return this.#codes.size > 0;
  }

  /** Writes the font and everything that belongs to it; call once, when all text is set. */
  embed(context: PDFContext, reference: PDFRef): void {
    const font = getFont(this.#weight);
    const name = `${subsetTag([...this.#codes.keys()])}+${font.postscriptName}`;
    const program = this.#subset.encode();
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4,
        FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY],
        ItalicAngle: 0,
        Ascent: font.ascent,
        Descent: font.descent,
        CapHeight: font.capHeight,
        StemV: this.#weight === 'bold' ? 140 : 80,
        FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
      }),
    );
    const widths = [font.getGlyph(0).advanceWidth, ...this.#used.slice(1).map((one) => one.width)];
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        CIDToGIDMap: 'Identity',
        BaseFont: name,
        CIDSystemInfo: {
          Registry: PDFString.of('Adobe'),
          Ordering: PDFString.of('Identity'),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        DW: 1000,
        W: [0, widths],
      }),
    );
    context.assign(
      reference,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: context.register(context.flateStream(this.#toUnicode())),
      }),
    );
  }

  /** Which text each glyph stands for: without it nothing can be searched, copied or read aloud. */
  #toUnicode(): string {
    const entries: string[] = [];
    for (const [glyphId, code] of this.#codes) {
      const text = this.#used[this.#subset.includeGlyph(glyphId)]?.text ?? '';
      if (text !== '') entries.push(`<${code}> <${toUtf16Hex(text)}>`);
    }
    const blocks: string[] = [];
    // A block holds at most 100 entries (ISO 32000-1, 9.10.3 and Adobe technical note 5014).
    for (let start = 0; start < entries.length; start += 100) {
      const block = entries.slice(start, start + 100);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return [
      '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
      '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
      ...blocks,
      'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
    ].join('\n');
  }
}

function toUtf16Hex(text: string): string {
  return PDFHexString.fromText(text).asString().slice(4).toLowerCase();
}

/** Six capitals that tell two subsets of one font apart (ISO 32000-1, 9.6.4); the same glyphs give the same tag. */
function subsetTag(glyphIds: readonly number[]): string {
  let hash = 2_166_136_261;
  for (const id of glyphIds) hash = Math.imul(hash ^ id, 16_777_619) >>> 0;
  let tag = '';
  for (let place = 0; place < 6; place += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

/** The part of fontkit 2 that is used here; the package brings no types. */
declare module 'fontkit' {
  export interface FontGlyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: {
      readonly commands: ReadonlyArray<{
        readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
        readonly args: readonly number[];
      }>;
    };
  }

  export interface FontSubset {
    /** Adds a glyph of the font and gives its number in the subset; 0 is the missing glyph. */
    includeGlyph(glyphId: number): number;
    encode(): Uint8Array;
  }

  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly numGlyphs: number;
    readonly italicAngle: number;
    readonly bbox: {
      readonly minX: number;
      readonly minY: number;
      readonly maxX: number;
      readonly maxY: number;
    };
    readonly characterSet: readonly number[];
    glyphForCodePoint(codePoint: number): FontGlyph;
    getGlyph(glyphId: number): FontGlyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: readonly string[]): { readonly glyphs: readonly FontGlyph[] };
    createSubset(): FontSubset;
  }

  export function create(bytes: Uint8Array): Font;
}

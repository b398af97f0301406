import { getFont, type Weight } from '../fonts/faces.ts';
import {
  classOf,
  emptyHalfOf,
  isCombining,
  isFullWidth,
  isIdeograph,
  isInvisible,
  isWestern,
  type CharacterClass,
} from './characters.ts';

/** Drawn in place of a character that the font does not hold, so that the gap is seen. */
export const MISSING_MARK = '〓';

/** One shape to set, measured in thousandths of the type size. */
export interface Glyph {
  /** What a reader who copies the text gets. */
  readonly text: string;
  readonly weight: Weight;
  /** Number in the font. */
  readonly id: number;
  /** Width that the font gives it. */
  readonly fontWidth: number;
  /** Width that it takes on the line. */
  readonly width: number;
  /** How far into its width the shape begins. */
  readonly shift: number;
  readonly kind: CharacterClass;
  readonly emptyHalf: 'left' | 'right' | undefined;
  readonly fullWidth: boolean;
  readonly ideograph: boolean;
  readonly western: boolean;
  /** The character that the font does not hold, when this is the mark for it. */
  readonly missing?: string;
  /** A second shape over the first one: the tick in a box, an accent. */
  readonly over?: Glyph;
}

/** Which form quotation marks take: full-width between Chinese, proportional between English. */
export type Script = 'chinese' | 'western';

const DOUBLE_DASH = '——';
const TWO_EM_DASH = 0x2e3a;
/** Two squares less the gaps that this font's dash would leave on either side. */
const DASH_WIDTH = 1840;
/** Characters that another one stands for because the font has only that one. */
const STAND_INS: Readonly<Record<string, string>> = { '☐': '□', '✔': '✓', '\u2011': '-', '•': '·' };
const NARROW_SPACES: Readonly<Record<string, number>> = {
  '\u2009': 200,
  '\u202f': 200,
  '\u200b': 0,
};
const PROPORTIONAL = new Set('“”‘’…—');

const caches = new Map<string, Map<string, Glyph>>();

/** Splits text into glyphs. Line feeds stay as `'\n'`; invisible characters vanish. Any text is accepted. */
export function toGlyphs(text: string, weight: Weight, script: Script): Array<Glyph | '\n'> {
  const result: Array<Glyph | '\n'> = [];
  const plain = text.replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replaceAll('\t', '\u2003');
  let previous = '';
  for (const character of plain) {
    if (character === '\n') result.push('\n');
    else if (script === 'chinese' && character === '—' && previous === '—') {
      result.pop();
      result.push(glyphOf(DOUBLE_DASH, weight, script));
      previous = '';
      continue;
    } else if (isCombining(character)) addAccent(result, character, weight, script);
    else if (character !== '\u200b' && isInvisible(character)) continue;
    else result.push(glyphOf(character, weight, script));
    previous = character;
  }
  return result;
}

/**
 * The characters that the fonts do not hold, each once, in order of appearance. They would be printed as 〓:
 * warn the clerk, who may write the name by hand.
 */
export function missingGlyphs(text: string): string[] {
  const missing = new Set<string>();
  for (const glyph of toGlyphs(text, 'regular', 'chinese')) {
    if (glyph !== '\n') collectMissing(glyph, missing);
  }
  return [...missing];
}

/** Adds the character that a glyph stands in for, if the font lacks it. */
export function collectMissing(glyph: Glyph, into: Set<string>): void {
  if (glyph.missing !== undefined) into.add(glyph.missing);
  if (glyph.over !== undefined) collectMissing(glyph.over, into);
}

function addAccent(
  result: Array<Glyph | '\n'>,
  accent: string,
  weight: Weight,
  script: Script,
): void {
  const base = result.at(-1);
  if (base === undefined || base === '\n' || base.missing !== undefined) {
    result.push(glyphOf(accent, weight, script));
    return;
  }
  result.pop();
  const composed = (base.text + accent).normalize('NFC');
  const isOne = String.fromCodePoint(composed.codePointAt(0) ?? 0) === composed;
  const single = isOne ? glyphOf(composed, weight, script) : undefined;
  if (single !== undefined && single.missing === undefined) result.push(single);
  else result.push(base, { ...glyphOf(accent, weight, script), kind: 'closing' });
}

function glyphOf(character: string, weight: Weight, script: Script): Glyph {
  const cacheName = `${weight} ${script}`;
  let cache = caches.get(cacheName);
  if (cache === undefined) caches.set(cacheName, (cache = new Map<string, Glyph>()));
  let glyph = cache.get(character);
  if (glyph === undefined) cache.set(character, (glyph = makeGlyph(character, weight, script)));
  return glyph;
}

function makeGlyph(character: string, weight: Weight, script: Script): Glyph {
  if (character === DOUBLE_DASH) return makeDoubleDash(weight);
  if (character === '☑' || character === '☒') return makeTickedBox(character, weight, script);
  const font = getFont(weight);
  const narrow = NARROW_SPACES[character];
  const drawn = narrow === undefined ? standInFor(character, weight) : ' ';
  const codePoint = drawn.codePointAt(0) ?? 0;
  const known = font.hasGlyphForCodePoint(codePoint);
  const shape = known ? shapeOf(drawn, codePoint, weight, script) : markShape(weight);
  const proportional = script === 'western' && PROPORTIONAL.has(character);
  return {
    text: known ? textOf(character) : MISSING_MARK,
    weight,
    id: shape.id,
    fontWidth: shape.advanceWidth,
    width: narrow ?? shape.advanceWidth,
    shift: 0,
    kind: proportional ? 'letter' : classOf(character),
    emptyHalf: proportional || !known ? undefined : emptyHalfOf(character),
    fullWidth: !proportional && isFullWidth(character),
    ideograph: isIdeograph(character),
    western: isWestern(character),
    ...(known ? {} : { missing: character }),
  };
}

/** What is copied: every narrow or unbreakable space as a plain one, a mere place to break as nothing. */
function textOf(character: string): string {
  if (character === '\u200b') return '';
  return character === '\u00a0' || character in NARROW_SPACES ? ' ' : character;
}

function standInFor(character: string, weight: Weight): string {
  const held = getFont(weight).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  return held ? character : (STAND_INS[character] ?? character);
}

function shapeOf(
  character: string,
  codePoint: number,
  weight: Weight,
  script: Script,
): { readonly id: number; readonly advanceWidth: number } {
  const font = getFont(weight);
  if (script === 'western' && PROPORTIONAL.has(character)) {
    const proportional = font.layout(character, ['pwid']).glyphs[0];
    if (proportional !== undefined) return proportional;
  }
  return font.glyphForCodePoint(codePoint);
}

function markShape(weight: Weight): { readonly id: number; readonly advanceWidth: number } {
  return getFont(weight).glyphForCodePoint(MISSING_MARK.codePointAt(0) ?? 0);
}

/** 破折号 takes two squares and is one unbroken line (GB/T 15834-2011, 5.1.7). */
function makeDoubleDash(weight: Weight): Glyph {
  const shape = getFont(weight).glyphForCodePoint(TWO_EM_DASH);
  return {
    text: DOUBLE_DASH,
    weight,
    id: shape.id,
    fontWidth: shape.advanceWidth,
    width: DASH_WIDTH,
    shift: (DASH_WIDTH - shape.advanceWidth) / 2,
    kind: 'closing',
    emptyHalf: undefined,
    fullWidth: true,
    ideograph: false,
    western: false,
  };
}

function makeTickedBox(character: string, weight: Weight, script: Script): Glyph {
  const box = makeGlyph('□', weight, script);
  const tick = makeGlyph(character === '☑' ? '✓' : '×', weight, script);
  return {
    ...box,
    text: character,
    over: { ...tick, text: '', shift: (box.width - tick.fontWidth) / 2 },
  };
}

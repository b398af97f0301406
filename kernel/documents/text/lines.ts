import type { Glyph, Script } from './glyphs.ts';
import { toGlyphs } from './glyphs.ts';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly tone?: Tone;
}

/** `ink` for what is said, `soft` for labels and notes, `seal` for official red. */
export type Tone = 'ink' | 'soft' | 'seal';

/** Plain text, or stretches in different styles. A line feed starts a new line. */
export type RichText = string | readonly Run[];

/** A glyph with its style and its place on the line, in thousandths of the type size. */
export interface Placed {
  readonly glyph: Glyph;
  readonly underline: boolean;
  readonly tone: Tone;
  readonly x: number;
}

export interface Line {
  readonly glyphs: readonly Placed[];
  /** Width of the ink, in thousandths of the type size. */
  readonly width: number;
  /** Whether the paragraph or a forced line ends here: such a line is not stretched. */
  readonly last: boolean;
}

export interface LineOptions {
  /** Room on a line, in thousandths of the type size. */
  readonly width: number;
  /** What the first line is set in by, in thousandths of the type size. */
  readonly firstIndent?: number;
  readonly script: Script;
  readonly bold?: boolean;
  readonly tone?: Tone;
}

type Item = Omit<Placed, 'x'>;

const HALF = 500;
/** Gap between a Chinese character and a Latin letter or digit. */
const MIXED_GAP = 180;
/** Wider gaps than this look torn; the line stays ragged. */
const MOST_STRETCH = 400;

const WEB_ADDRESS = /https?:\/\/[!-~]{12,}/g;

/**
 * Breaks text into lines. No line begins with a stop, comma or closing mark nor ends with an opening one, and
 * words and numbers stay whole, as long as the room is wider than what has to stay together; below that it
 * breaks where it must rather than run over the edge. Adjoining marks share their empty halves.
 */
export function breakLines(text: RichText, options: LineOptions): Line[] {
  const lines: Line[] = [];
  for (const paragraph of toParagraphs(text, options)) {
    const indent = lines.length === 0 ? (options.firstIndent ?? 0) : 0;
    breakParagraph(paragraph, options.width, indent, lines);
  }
  return lines;
}

/** Width of text set on one line, in thousandths of the type size. */
export function measureText(text: RichText, options: Omit<LineOptions, 'width'>): number {
  const lines = breakLines(text, { ...options, width: Number.POSITIVE_INFINITY });
  return Math.max(0, ...lines.map((line) => line.width));
}

/** The text of a line as a reader would copy it. */
export function lineText(line: Line): string {
  return line.glyphs.map((placed) => placed.glyph.text).join('');
}

function toParagraphs(text: RichText, options: LineOptions): Item[][] {
  const paragraphs: Item[][] = [[]];
  for (const run of typeof text === 'string' ? [{ text }] : text) {
    const style: Omit<Run, 'text'> = run;
    const weight = (style.bold ?? options.bold ?? false) ? 'bold' : 'regular';
    const underline = style.underline ?? false;
    const tone = style.tone ?? options.tone ?? 'ink';
    for (const glyph of toGlyphs(softenAddresses(run.text), weight, options.script)) {
      if (glyph === '\n') paragraphs.push([]);
      else paragraphs.at(-1)?.push({ glyph, underline, tone });
    }
  }
  return paragraphs;
}

/** Lets a web address be broken after a slash or the like, where a reader expects it, by a space of no width. */
function softenAddresses(text: string): string {
  if (!text.includes('://')) return text;
  return text.replaceAll(WEB_ADDRESS, (address) =>
    address.replaceAll(/(?<=[/?&=])(?<!\/\/)(?=[\w%])/g, '\u200b'),
  );
}

function breakParagraph(items: readonly Item[], room: number, indent: number, lines: Line[]): void {
  if (items.length === 0) {
    lines.push({ glyphs: [], width: 0, last: true });
    return;
  }
  let start = 0;
  while (start < items.length) {
    const offset = start === 0 ? indent : 0;
    // At the left edge an opening mark leaves its empty half out; after an indent it keeps its square.
    const isFlush = offset === 0;
    const end = findLineEnd(items, start, room - offset, isFlush);
    lines.push(placeLine(items, start, end, offset));
    start = end;
    while (start < items.length && items[start]?.glyph.kind === 'space') start += 1;
  }
}

/** Index after the last glyph of the line that begins at `start`. */
function findLineEnd(
  items: readonly Item[],
  start: number,
  room: number,
  isFlush: boolean,
): number {
  let advance = 0;
  let lastBreak = -1;
  for (let index = start; index < items.length; index += 1) {
    const glyph = items[index]?.glyph;
    if (glyph === undefined) break;
    if (index === start && isFlush && glyph.emptyHalf === 'left') advance -= HALF;
    const needed = advance + inkWidth(glyph);
    if (needed > room && index > start) {
      return lastBreak > start ? lastBreak : forceBreak(items, start, index);
    }
    const next = items[index + 1]?.glyph;
    if (next === undefined) return items.length;
    advance += glyph.width + pairGap(glyph, next);
    if (mayBreakBetween(glyph, next)) lastBreak = index + 1;
  }
  return items.length;
}

/** Nothing may be broken but the line is full: break a word, still minding the marks if one place allows it. */
function forceBreak(items: readonly Item[], start: number, overflow: number): number {
  for (let index = overflow; index > start; index -= 1) {
    const before = items[index - 1]?.glyph;
    const after = items[index]?.glyph;
    if (before === undefined || after === undefined) continue;
    if (before.kind !== 'opening' && after.kind !== 'closing' && after.kind !== 'space')
      return index;
  }
  return overflow;
}

/** Room that a glyph needs as the last of a line: a space none, a stop half its square. */
function inkWidth(glyph: Glyph): number {
  if (glyph.kind === 'space') return Number.NEGATIVE_INFINITY;
  return glyph.emptyHalf === 'right' ? glyph.width - HALF : glyph.width;
}

/** Whether a line may end between two neighbours. */
export function mayBreakBetween(before: Glyph, after: Glyph): boolean {
  if (after.kind === 'space' || after.kind === 'closing') return false;
  if (before.kind === 'space') return true;
  if (before.kind === 'opening' || before.kind === 'glue' || after.kind === 'glue') return false;
  if (before.kind === 'letter') return after.kind === 'free' || after.fullWidth;
  if (before.kind === 'closing' && after.kind === 'letter') return before.fullWidth;
  return true;
}

/** What is added between two neighbours beyond their widths. */
function pairGap(before: Glyph, after: Glyph): number {
  if (before.emptyHalf !== undefined && after.emptyHalf !== undefined) {
    return before.emptyHalf === 'left' && after.emptyHalf === 'right' ? 0 : -HALF;
  }
  if (before.ideograph && after.western) return MIXED_GAP;
  return before.western && after.ideograph ? MIXED_GAP : 0;
}

function placeLine(items: readonly Item[], start: number, end: number, offset: number): Line {
  let stop = end;
  while (stop > start && end < items.length && items[stop - 1]?.glyph.kind === 'space') stop -= 1;
  const glyphs: Placed[] = [];
  let x = offset;
  let ink = offset;
  for (let index = start; index < stop; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    if (index === start && offset === 0 && item.glyph.emptyHalf === 'left') x -= HALF;
    glyphs.push({ ...item, x });
    ink = x + (item.glyph.emptyHalf === 'right' ? item.glyph.width - HALF : item.glyph.width);
    const next = items[index + 1]?.glyph;
    x += item.glyph.width + (next === undefined ? 0 : pairGap(item.glyph, next));
  }
  return { glyphs, width: ink, last: end >= items.length };
}

/** Stretches a line to the full room: between words when it has spaces enough, else between characters too. */
export function justifyLine(line: Line, room: number): Line {
  const slack = room - line.width;
  if (line.last || slack <= 0) return line;
  const { afterSpaces, between } = stretchPlaces(line);
  const all = new Set([...afterSpaces, ...between]);
  const isPlentiful = afterSpaces.size > between.size / 3;
  const places = isPlentiful && slack / afterSpaces.size <= MOST_STRETCH ? afterSpaces : all;
  const each = slack / places.size;
  if (places.size === 0 || each > MOST_STRETCH) return line;
  let added = 0;
  const glyphs = line.glyphs.map((placed, index) => {
    if (places.has(index)) added += each;
    return { ...placed, x: placed.x + added };
  });
  return { ...line, glyphs, width: room };
}

/** Indexes of glyphs before which a line may be stretched. */
function stretchPlaces(line: Line): { afterSpaces: Set<number>; between: Set<number> } {
  const afterSpaces = new Set<number>();
  const between = new Set<number>();
  for (let index = 1; index < line.glyphs.length; index += 1) {
    const before = line.glyphs[index - 1]?.glyph;
    const after = line.glyphs[index]?.glyph;
    if (before === undefined || after === undefined || after.kind === 'space') continue;
    if (before.kind !== 'space') {
      if (!isWithinWord(before, after)) between.add(index);
    } else if (before.width > 0) afterSpaces.add(index);
  }
  return { afterSpaces, between };
}

function isWithinWord(before: Glyph, after: Glyph): boolean {
  return !before.ideograph && !after.ideograph && !before.fullWidth && !after.fullWidth;
}

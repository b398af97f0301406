/** A run of text on a page: points from the lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PageLine {
  readonly text: string;
  readonly cells: readonly string[] | null;
}

/** Pieces of one baseline that stand close together. */
interface Segment {
  text: string;
  readonly left: number;
  right: number;
}

export interface Row {
  readonly y: number;
  readonly height: number;
  readonly segments: Segment[];
}

interface Band {
  left: number;
  right: number;
}

/** The columns of a table that may go on over the page. */
export interface Carry {
  bands: readonly Band[] | undefined;
  /** The rows of its head as text: printed again where it goes on. */
  head: readonly string[];
}

/** Lines of a page from top to bottom. Neighbouring lines of several segments are a table, whose columns are found by where they stand. */
/** A table that begins the page with figures goes on with the columns of the one that ended the page before. */
export function toPageLines(rows: readonly Row[], carry: Carry): PageLine[] {
  const lines: PageLine[] = [];
  const writer = new ProseWriter(rows, lines);
  const top = carry.bands === undefined ? 0 : countRepeated(rows, carry.head);
  let index = top;
  while (index < rows.length) {
    const begin = index === top && carry.bands !== undefined ? findContinued(rows, top) : index;
    const end = endOfTable(rows, begin);
    if (end === begin) {
      writer.write(rows[index]);
      index += 1;
      continue;
    }
    writer.break();
    const own = rows.slice(index, end);
    const isContinued = index === top && carry.bands !== undefined && isData(rows[begin]);
    const bands = isContinued ? (carry.bands ?? []) : findBands(own);
    lines.push(...toTable(own, bands));
    index = end;
    carry.bands = index === rows.length ? bands : undefined;
    if (!isContinued) carry.head = listHead(own);
  }
  writer.break();
  return lines;
}

/** Labels alone may stand before the first row with figures of a table that goes on. */
function findContinued(rows: readonly Row[], top: number): number {
  const first = rows.findIndex((row, index) => index >= top && isData(row));
  if (first <= top) return top;
  return rows.slice(top, first).every(isLabel) ? first : top;
}

/** The rows before the first one with figures. */
function listHead(rows: readonly Row[]): string[] {
  const first = rows.findIndex(isData);
  return first < 1 ? [] : rows.slice(0, first).map(joinAll);
}

/** How many rows at the top of a page say again what the head of the table said. */
function countRepeated(rows: readonly Row[], head: readonly string[]): number {
  const isSame = head.every((text, index) => joinAll(rows[index]) === text);
  return isSame ? head.length : 0;
}

/** Joins the lines that a paragraph was broken into: a line that fills the page goes on in the next one. */
class ProseWriter {
  readonly #lines: PageLine[];
  readonly #left: number;
  readonly #right: number;
  #open = '';
  #isOpen = false;

  constructor(rows: readonly Row[], lines: PageLine[]) {
    this.#lines = lines;
    const all = rows.flatMap(({ segments }) => segments);
    this.#left = Math.min(...all.map(({ left }) => left));
    this.#right = Math.max(...all.map(({ right }) => right));
  }

  write(row: Row | undefined): void {
    if (row === undefined) return;
    const [first] = row.segments;
    const last = row.segments.at(-1);
    const isIndented = (first?.left ?? 0) > this.#left + row.height * 0.8;
    if (this.#isOpen && (isIndented || this.#isNewPart(row))) this.break();
    this.#open += joinAll(row);
    this.#isOpen = (last?.right ?? 0) > this.#right - row.height * 1.6;
    if (!this.#isOpen) this.break();
  }

  /** A full stop at the very edge, and a number that begins the next line. */
  #isNewPart(row: Row): boolean {
    return (
      /[。；]$/.test(this.#open) &&
      /^(?:\d{1,2}[.、]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/.test(
        joinAll(row),
      )
    );
  }

  break(): void {
    if (this.#open !== '') this.#lines.push({ text: this.#open, cells: null });
    this.#open = '';
    this.#isOpen = false;
  }
}

export const joinAll = (row: Row | undefined): string =>
  (row?.segments ?? []).map(({ text }) => text).join(' ');

/** Baselines of a page from top to bottom. */
export function toRows(pieces: readonly Piece[]): Row[] {
  const rows: Array<{ y: number; height: number; pieces: Piece[] }> = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.findLast(
      (one) => Math.abs(one.y - piece.y) < Math.max(one.height, piece.height) * 0.4,
    );
    if (row === undefined) rows.push({ y: piece.y, height: piece.height, pieces: [piece] });
    else row.pieces.push(piece);
  }
  return rows.map(({ y, height, pieces: own }) => ({ y, height, segments: toSegments(own) }));
}

function toSegments(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const right = piece.x + piece.width;
    if (last !== undefined && piece.x - last.right < piece.height * 0.6) {
      last.text += piece.text;
      last.right = Math.max(last.right, right);
    } else segments.push({ text: piece.text, left: piece.x, right });
  }
  for (const segment of segments) segment.text = segment.text.trim();
  return segments.filter(({ text }) => text !== '');
}

/** Where a table that begins at a row ends; short labels alone in their row belong to it while figures follow or the page ends. */
function endOfTable(rows: readonly Row[], start: number): number {
  const first = rows[start];
  if (first === undefined) return start;
  if (first.segments.length < 2 && !beginsHead(rows, start)) return start;
  let end = start + 1;
  let last = end;
  while (end < rows.length) {
    const row = rows[end];
    const above = rows[end - 1];
    if (row === undefined || above === undefined) return last;
    const gap = above.y - row.y;
    if (gap > Math.max(row.height, above.height) * 4.5) return last;
    if (row.segments.length < 2 && !isLabel(row)) return last;
    end += 1;
    if (row.segments.length >= 2) last = end;
  }
  return end;
}

/** Rows of a head that may hold one heading each, above those that hold several. */
const LONE_HEADINGS = 4;
/** Rows of a head with several headings each. */
const HEAD_ROWS = 8;

/** A heading alone in its row, close above the rest of a head that figures follow. */
function beginsHead(rows: readonly Row[], start: number): boolean {
  for (let index = start; index < start + LONE_HEADINGS; index += 1) {
    const row = rows[index];
    const below = rows[index + 1];
    if (row === undefined || below === undefined) return false;
    if (row.segments.length >= 2) return rows.slice(index, index + HEAD_ROWS).some(isData);
    if (!isLabel(row) || row.y - below.y > row.height * 3) return false;
  }
  return false;
}

/** Alone in its row and no sentence: the name of a row without figures, or a piece of a wrapped one. */
function isLabel({ segments: [only, ...more] }: Row): boolean {
  if (more.length > 0 || only === undefined) return false;
  return only.text.length < 24 && !/[：:]/.test(only.text) && !isProse(only.text);
}

function isProse(text: string): boolean {
  return /^(?:注|备注|说明)[:：]|表$|[。；]$/.test(text);
}

const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+$/;

function toTable(rows: readonly Row[], bands: readonly Band[]): PageLine[] {
  const merged = joinWrapped(rows, bands);
  return merged.map((row) => {
    const cells = bands.map(() => '');
    for (const segment of row.segments) {
      const column = columnOf(bands, segment);
      cells[column] = `${cells[column] ?? ''}${segment.text}`;
    }
    return { text: cells.join('\t'), cells };
  });
}

function isData(row: Row | undefined): boolean {
  const segments = row?.segments ?? [];
  return segments.some(({ text }) => AMOUNT.test(text)) || /^\d{3}$/.test(segments[0]?.text ?? '');
}

/** Columns: where the cells of data stand, then narrow headings over columns that have no data. */
function findBands(rows: readonly Row[]): Band[] {
  const data = rows.filter(isData);
  const bands: Band[] = [];
  for (const { left, right } of data.flatMap(({ segments }) => segments)) {
    const touched = bands.filter((band) => left < band.right && right > band.left);
    const wide = touched.length > 1 ? undefined : touched[0];
    if (wide !== undefined) {
      wide.left = Math.min(wide.left, left);
      wide.right = Math.max(wide.right, right);
    } else if (touched.length === 0) bands.push({ left, right });
  }
  const firstData = rows.findIndex(isData);
  const headings = rows.slice(0, firstData === -1 ? rows.length : firstData).toReversed();
  for (const { segments } of headings)
    for (const { left, right } of segments)
      if (!bands.some((band) => left < band.right && right > band.left))
        bands.push({ left, right });
  return bands.toSorted((a, b) => a.left - b.left);
}

function columnOf(bands: readonly Band[], { left, right }: Segment): number {
  let best = 0;
  let most = -Infinity;
  const centre = (left + right) / 2;
  for (const [index, band] of bands.entries()) {
    const overlap = Math.min(right, band.right) - Math.max(left, band.left);
    const score = overlap > 0 ? overlap : -Math.abs(centre - (band.left + band.right) / 2);
    if (score > most) [best, most] = [index, score];
  }
  return best;
}

/** A name that runs over two lines belongs to the row whose figures stand beside it. */
function joinWrapped(rows: readonly Row[], bands: readonly Band[]): Row[] {
  const kept: Row[] = [];
  const hasFigure = ({ segments }: Row) => segments.some(({ text }) => /\d/.test(text));
  const firstData = rows.findIndex(hasFigure);
  for (const [index, row] of rows.entries()) {
    const [only] = row.segments;
    const isWrapped =
      row.segments.length === 1 &&
      only !== undefined &&
      index > firstData &&
      !/\d|^合计$|总计$|^[一二三四五六七八九十]+、/.test(only.text);
    if (!isWrapped) {
      kept.push({ ...row, segments: row.segments.map((segment) => ({ ...segment })) });
      continue;
    }
    const column = columnOf(bands, only);
    const candidates = [kept.at(-1), rows[index + 1]].filter((one) => one !== undefined);
    const near = candidates.toSorted((a, b) => Math.abs(a.y - row.y) - Math.abs(b.y - row.y))[0];
    const target = near?.segments.find((segment) => columnOf(bands, segment) === column);
    if (near === undefined) continue;
    if (target === undefined) near.segments.push({ ...only });
    else target.text = near.y > row.y ? target.text + only.text : only.text + target.text;
  }
  return kept;
}

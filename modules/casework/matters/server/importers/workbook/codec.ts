import type { SheetColumns } from '#kernel/documents/sheets/columns.ts';

/**
 * How a part of a content stands in a cell: `list` joined by bars, `lines` one a line, `options` one a line
 * as key｜中文｜English, `json` for conditions and parts that people rarely type.
 */
export type Codec =
  | 'text'
  | 'list'
  | 'lines'
  | 'bool'
  | 'number'
  | 'options'
  | 'json'
  | 'json-list';

/** One column of a sheet: the path of its part inside the object of the row. */
export interface PathColumn {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly codec: Codec;
}

export const column = (
  path: string,
  zh: string,
  en: string,
  codec: Codec = 'text',
): PathColumn => ({
  path,
  zh,
  en,
  codec,
});

/** A column each for the Chinese and the English words. */
export const words = (path: string, zh: string, en: string): PathColumn[] => [
  column(`${path}.zh`, zh, en),
  column(`${path}.en`, `${zh}（英文）`, `${en} in English`),
];

const LONGEST_CELL = 32_000;

export const toSheetColumns = (columns: readonly PathColumn[]): SheetColumns =>
  columns.map(({ path, zh, en }) => ({
    type: 'text' as const,
    key: path,
    heading: { 'zh-CN': zh, en },
    maxLength: LONGEST_CELL,
  }));

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The cells of an object; what it does not have is empty. */
export function toCells(
  columns: readonly PathColumn[],
  value: unknown,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.map(({ path, codec }) => [path, toCell(codec, readPath(value, path.split('.')))]),
  );
}

function readPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (isPlain(at) ? at[name] : undefined), value);
}

function toCell(codec: Codec, value: unknown): string {
  if (value === undefined) return '';
  if (codec === 'bool') return value === true ? '是' : '否';
  if (codec === 'json' || codec === 'json-list')
    return Array.isArray(value) && value.length === 0 ? '' : JSON.stringify(value);
  if (!Array.isArray(value)) return toPlainText(value);
  const all: readonly unknown[] = value;
  if (codec === 'list') return all.join('|');
  if (codec === 'options') return all.map(toOptionLine).join('\n');
  return all.map((line) => toPlainText(line).replaceAll('\n', String.raw`\n`)).join('\n');
}

/** A text or a number as it is, anything else as JSON; nothing for nothing. */
export function toPlainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toOptionLine(option: unknown): string {
  const parts = ['key', 'text.zh', 'text.en'].map((path) => readPath(option, path.split('.')));
  return parts
    .map(toPlainText)
    .filter((part) => part !== '')
    .join('｜');
}

/** The object of a row of cells; empty cells leave their part out, lists become empty. */
export function fromCells(
  columns: readonly PathColumn[],
  cells: Readonly<Record<string, string | null>>,
): Plain {
  const row: Plain = {};
  for (const { path, codec } of columns) {
    const value = fromCell(codec, (cells[path] ?? '').trim());
    if (value !== undefined) writePath(row, path.split('.'), value);
  }
  return row;
}

function writePath(target: Plain, [name, ...rest]: readonly string[], value: unknown): void {
  if (name === undefined) return;
  if (rest.length === 0) {
    Object.assign(target, { [name]: value });
    return;
  }
  const inner = isPlain(target[name]) ? target[name] : {};
  Object.assign(target, { [name]: inner });
  writePath(inner, rest, value);
}

const splitBy = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function fromCell(codec: Codec, text: string): unknown {
  switch (codec) {
    case 'text':
      return text === '' ? undefined : text;
    case 'bool':
      return /^(?:是|true|1)$/iu.test(text);
    case 'number':
      return text === '' ? undefined : toNumber(text);
    case 'list':
      return splitBy(text, '|');
    case 'lines':
      return splitBy(text, '\n').map((line) => line.replaceAll(String.raw`\n`, '\n'));
    case 'options':
      return splitBy(text, '\n').map(fromOptionLine);
    case 'json':
      return text === '' ? undefined : fromJson(text);
    case 'json-list':
      return text === '' ? [] : fromJson(text);
  }
}

/** What is no number stays text, so that the shape says what is wrong with it. */
function toNumber(text: string): number | string {
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}

function fromOptionLine(line: string): Plain {
  const [key = '', zh = '', en] = splitBy(line, '｜');
  return { key, text: en === undefined ? { zh } : { zh, en } };
}

/** What is no JSON stays text, so that the shape says what is wrong with it. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

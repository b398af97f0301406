import type { RichText } from '../text/lines.ts';
import type { Block } from './blocks.ts';

/** What a paper says, without its form: a line for each paragraph, item and row. For screens and for hashes of what was read. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks.flatMap(toLines).join('\n');
}

const plain = (text: RichText): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('');

const joined = (cells: readonly RichText[]): string =>
  cells
    .map(plain)
    .filter((cell) => cell !== '')
    .join(' | ');

type Of<K> = Extract<Block, { readonly kind: K }>;

const nothing = () => [];

// Pictures, codes and rules say nothing; places to sign are what the text is read for.
const says: { readonly [K in Block['kind']]: (block: Of<K>) => string[] } = {
  title: ({ text }) => [text],
  'document-number': ({ text }) => [text],
  heading: ({ text }) => [plain(text)],
  paragraph: ({ text }) => [plain(text)],
  list: ({ items }) => items.map((item, at) => `${at + 1}. ${plain(item)}`),
  fields: ({ items }) => items.map(({ label, value }) => `${label}：${plain(value)}`),
  form: ({ rows }) => rows.map(({ cells }) => joined(cells.map(({ text = '' }) => text))),
  table: ({ columns, rows }) => [
    joined(columns.map(({ heading }) => heading)),
    ...Array.from(rows, joined),
  ],
  signature: ({ organisation, date }) => [organisation, date],
  beside: ({ left, right }) => [...left, ...right].flatMap(toLines),
  keep: ({ blocks }) => blocks.flatMap(toLines),
  signers: nothing,
  qr: nothing,
  picture: nothing,
  rule: nothing,
  canvas: nothing,
  space: nothing,
  'page-break': nothing,
};

function toLines(block: Block): string[] {
  const say = says[block.kind] as (block: Block) => string[];
  return say(block);
}

import { type DefaultTreeAdapterTypes, parse } from 'parse5';

import type { SourceLine } from '../../contract.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What is no part of the document: a menu repeats its titles. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'nav',
  'dialog',
]);
const BLOCKS = new Set(
  'address article aside blockquote body caption dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ul'.split(
    ' ',
  ),
);
/** A cell that claims to span more is a mistake of the page. */
const MOST_SPAN = 100;

/** The text of a page line by line; tables row by row, with cells that span others laid out as the grid has them. */
export function readHtmlLines(html: string): SourceLine[] {
  const writer = new LineWriter();
  walk(parse(html), writer);
  return writer.finish();
}

class LineWriter {
  readonly #lines: SourceLine[] = [];
  #text = '';

  write(text: string): void {
    this.#text += text;
  }

  break(): void {
    const text = this.#text.replaceAll(/[ \t\r\n\u00a0]+/g, ' ').trim();
    this.#text = '';
    if (text !== '') this.#add(text, null);
  }

  row(cells: readonly string[]): void {
    this.break();
    this.#add(cells.join('\t'), cells);
  }

  finish(): SourceLine[] {
    this.break();
    return this.#lines;
  }

  #add(text: string, cells: readonly string[] | null): void {
    this.#lines.push({ number: this.#lines.length + 1, text, cells });
  }
}

const isElement = (node: Node): node is Element => 'tagName' in node;

function walk(node: Node, writer: LineWriter): void {
  if (node.nodeName === '#text' && 'value' in node) {
    writer.write(node.value);
    return;
  }
  if (isElement(node)) {
    if (SKIPPED.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'br') writer.break();
    if (node.tagName === 'table' && !hasInnerTable(node)) {
      writeTable(node, writer);
      return;
    }
    if (BLOCKS.has(node.tagName) || /^t(?:able|r|d|h)$/.test(node.tagName)) writer.break();
  }
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, writer);
  if (isElement(node) && BLOCKS.has(node.tagName)) writer.break();
}

function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && /display:\s*none/.test(value)),
  );
}

function findAll(node: Node, tag: string): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) =>
    isElement(child) && child.tagName === tag ? [child] : findAll(child, tag),
  );
}

/** Tables that only lay a page out hold the tables that are meant. */
function hasInnerTable(table: Element): boolean {
  return findAll(table, 'tr').some((row) => findAll(row, 'table').length > 0);
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (isElement(node) && SKIPPED.has(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function spanOf({ attrs }: Element, name: string): number {
  const text = attrs.find((attribute) => attribute.name === name)?.value ?? '1';
  const span = /^\d{1,4}$/.test(text) ? Number.parseInt(text, 10) : 1;
  return Math.min(Math.max(1, span), MOST_SPAN);
}

function writeTable(table: Element, writer: LineWriter): void {
  for (const caption of findAll(table, 'caption')) {
    writer.break();
    writer.write(textOf(caption));
    writer.break();
  }
  // By column: how many further rows a cell from above still covers.
  const covered: number[] = [];
  for (const row of findAll(table, 'tr')) {
    const cells: string[] = [];
    let column = 0;
    const skip = () => {
      while ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 1) - 1;
        cells[column] = '';
        column += 1;
      }
    };
    const own = row.childNodes.filter(
      (child): child is Element => isElement(child) && /^t[dh]$/.test(child.tagName),
    );
    for (const cell of own) {
      skip();
      const across = spanOf(cell, 'colspan');
      const down = spanOf(cell, 'rowspan');
      for (let index = 0; index < across; index += 1) {
        cells[column] = index === 0 ? textOf(cell).replaceAll(/\s+/g, ' ').trim() : '';
        covered[column] = down - 1;
        column += 1;
      }
    }
    skip();
    writer.row(Array.from(cells, (cell) => cell ?? ''));
  }
}

import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { LanguageProvider } from '#web/kit/language.tsx';

import { auditDocument, readBook, readPrinted, type RenderedBook } from '../../contract.ts';
import { lines, make, readYear } from '../../contract/book/book.fixture.ts';
import { BudgetProfile } from '../../contract/profile.ts';
import { toPlain } from '../../contract/reading/plain.ts';
import { AMOUNT } from '../../contract/reading/printed.ts';
import { readBudgetFile } from '../../server/reading/read-budget-file.ts';
import { toRendered } from '../../server/view.ts';
import { BookText } from './BookText.tsx';

const sorted = (values: readonly bigint[]) =>
  values.map(String).toSorted((a, b) => a.localeCompare(b));

const inOrder = (texts: readonly string[]) => texts.toSorted((a, b) => a.localeCompare(b));

/** The page as a browser is given it. */
const toPage = (book: RenderedBook): string =>
  `<!doctype html><html><body>${renderToStaticMarkup(
    <LanguageProvider>
      <BookText paragraphs={book.paragraphs} onAsk={() => undefined} />
    </LanguageProvider>,
  )}</body></html>`;

const readPage = (book: RenderedBook) =>
  readBudgetFile('budget.html', Buffer.from(toPage(book), 'utf8'));

/** Figures of each table row by row, as the version has them. */
function listHeld(book: RenderedBook) {
  return book.paragraphs
    .filter(({ kind }) => kind === 'table')
    .map(({ key, lines: own }) => ({
      table: key.replace('table.', ''),
      rows: own
        .map((parts) => sorted(parts.flatMap(({ figure }) => toFen(figure?.amount))))
        .filter((row) => row.length > 0),
    }));
}

const toFen = (amount: string | undefined): bigint[] =>
  amount === undefined ? [] : [BigInt(amount.replace('.', ''))];

/** The same as our own reader finds them on the page. */
async function listFound(book: RenderedBook) {
  const { tables } = readBook(await readPage(book));
  return [...tables.values()].map((table) => {
    const byLine = new Map<number, bigint[]>();
    for (const row of [...table.revenue, ...table.rows])
      for (const { fen, line } of row.values.values())
        byLine.set(line, [...(byLine.get(line) ?? []), fen]);
    const order = [...byLine].toSorted(([one], [other]) => one - other);
    return { table: table.code, rows: order.map(([, fens]) => sorted(fens)) };
  });
}

describe('the public page, read again', () => {
  // What the page needs of a browser to know its language.
  beforeAll(() => {
    vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } });
    vi.stubGlobal('navigator', { languages: ['zh-CN'] });
  });
  afterAll(() => vi.unstubAllGlobals());
  const book = toRendered(make(lines));

  test('AC07: nine tables, each row of figures equal to the version', async () => {
    const held = listHeld(book);
    expect(held).toHaveLength(9);
    expect(held.flatMap(({ rows }) => rows.flat())).toHaveLength(175);
    const found = await listFound(book);
    for (const table of held) expect(found.find((one) => one.table === table.table)).toEqual(table);
  });

  test('AC07: every sentence has the figures of the version, to the fen', async () => {
    const { lines: read } = await readPage(book);
    const texts = new Map(read.map(({ text }) => [toPlain(text), text]));
    const sentences = book.paragraphs.filter(({ kind }) => kind === 'sentence');
    expect(sentences.length).toBeGreaterThan(20);
    for (const { key, lines: own } of sentences)
      for (const parts of own) {
        const plain = toPlain(parts.map(({ text }) => text).join(''));
        expect([key, texts.has(plain)]).toEqual([key, true]);
        const printed = [...plain.matchAll(new RegExp(AMOUNT, 'g'))].flatMap(
          ([, amount = '', unit]) => (unit === '万元' ? [readPrinted(amount, 'wan', 0)?.fen] : []),
        );
        const held = parts.flatMap(({ figure, text }, at) =>
          figure !== undefined && parts[at + 1]?.text.startsWith('万元') === true && text !== ''
            ? toFen(figure.amount)
            : [],
        );
        for (const fen of held)
          expect([key, printed]).toEqual([key, expect.arrayContaining([fen])]);
      }
  });

  test('AC07: the audit evaluates every rule on the page and finds what it finds in the text', async () => {
    const profile = BudgetProfile.parse(JSON.parse(readYear('rules.json')));
    const { rules } = auditDocument(await readPage(book), [profile]);
    expect(rules.filter(({ holds }) => holds === null)).toEqual([]);
    expect(rules.filter(({ holds }) => holds === false).map(({ id }) => id)).toEqual([
      'G04',
      'G05',
    ]);
  });

  test('AC24: every computed figure is a button that opens its source, and no other number is', () => {
    const page = toPage(book);
    const buttons = [...page.matchAll(/<button[^>]*title="来源"[^>]*>([^<]*)<\/button>/g)].map(
      ([, text = '']) => text,
    );
    const shown = book.paragraphs
      .slice(1)
      .flatMap((one) => one.lines.flat())
      .flatMap(({ text, figure }) => (figure === undefined ? [] : [text]));
    expect(inOrder(buttons)).toEqual(inOrder(shown));
    const without = page.replaceAll(/<button[^>]*>[^<]*<\/button>/g, '');
    expect(without.match(/<td[^>]*>\d{1,3}(?:,\d{3})*\.\d{2}</g)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { auditDocument } from '../audit-book.ts';
import type { BudgetLine } from '../line.ts';
import { readLines } from '../reading/read-lines.ts';
import { readTextLines } from '../reading/source.ts';
import { codes, faults, lines, make, otherLines, readYear, rows } from './book.fixture.ts';
import { compareBooks } from './compare-books.ts';
import { toBookText } from './made.ts';

const published = readYear('published.txt').split('\n');

/** Lines of the published text with the stray blank line of table 8 taken out. */
const wanted = published.filter((_, index) => index !== 279);

describe('the package of lines', () => {
  it('AC01: has 45 lines, 21 basic and 24 of projects, 39,311,854.30 together', () => {
    expect(faults).toEqual([]);
    expect(lines).toHaveLength(45);
    expect(lines.filter(({ kind }) => kind === 'basic')).toHaveLength(21);
    expect(lines.reduce((sum, { fen }) => sum + fen, 0n)).toBe(3_931_185_430n);
  });

  it('AC01: is refused with its row for a third decimal, a float, an unknown code, a duplicate, a total', () => {
    const refuse = (change: Record<string, string>) =>
      readLines([{ ...rows[0], ...change }], { codes, year: 2024 }).faults.map(
        ({ row, field }) => `${row} ${field}`,
      );
    expect(refuse({ amount_yuan: '1527828.001' })).toEqual(['2 amount_yuan']);
    expect(refuse({ amount_yuan: '1.5e6' })).toEqual(['2 amount_yuan']);
    expect(refuse({ func_code: '2019998' })).toEqual(['2 func_code']);
    expect(refuse({ year: '2023' })).toEqual(['2 year']);
    expect(refuse({ line_id: '合计' })).toEqual(['2 line_id']);
    const twice = readLines([rows[0] ?? {}, { ...rows[0], line_id: 'L999' }], {
      codes,
      year: 2024,
    });
    expect(twice.faults.map(({ row, field }) => `${row} ${field}`)).toEqual(['3 line_id']);
  });
});

describe('the book made from lines, facts and template', () => {
  const book = make(lines);
  const text = toBookText(book).split('\n');

  it('AC02: has 168 lines of tables, each equal to the published one byte for byte', () => {
    const tables = book.paragraphs.filter(({ kind }) => kind === 'table');
    const made = tables.flatMap((paragraph) =>
      paragraph.lines.map((parts) => parts.map((part) => part.text).join('')),
    );
    expect(made).toHaveLength(168);
    expect(made).toEqual(wanted.filter((line) => line.includes('\t')));
  });

  it('AC03: has 233 computed lines, 228 equal and exactly five different: slips of the published text', () => {
    expect(text).toHaveLength(wanted.length);
    const computed = book.paragraphs
      .filter(({ kind }) => !['text', 'prose'].includes(kind))
      .flatMap((paragraph) => paragraph.lines);
    expect(computed).toHaveLength(233);
    const different = text.flatMap((line, index) => (line === wanted[index] ? [] : [index]));
    // The line numbers of the published text, where the stray blank line stands before all five.
    expect(different.map((index) => index + 2)).toEqual([322, 328, 342, 376, 767]);
    expect(text[320]).toContain('0.60万元');
    expect(text[340]).toContain('以上的项目有1个');
  });

  it('AC09: leaves lines untouched that the change of one line does not concern, and names those it does', () => {
    const changed = lines.map((line) =>
      line.key === 'L013' ? { ...line, fen: line.fen + 1n } : line,
    );
    const differences = compareBooks(book, make(changed));
    const cells = differences.filter(({ paragraph }) => paragraph.startsWith('table.'));
    expect(cells.every(({ lineKeys }) => lineKeys.includes('L013'))).toBe(true);
    expect([...new Set(differences.map(({ paragraph }) => paragraph))]).toEqual([
      'sentence.income',
      'sentence.expenditure',
      'sentence.subjects',
      'table.T1',
      'sentence.totalsNote',
      'table.T2',
      'table.T3',
      'table.T4',
      'table.T5',
      'table.T8',
      'table.T9',
      'sentence.threePublic',
      'sentence.reception',
    ]);
    const untouched = make(lines.map((line) => line));
    expect(compareBooks(book, untouched)).toEqual([]);
  });

  it('AC10: fills tables 1, 4 and 6 for a line of a government fund, drops the note and leaves 持平', () => {
    const [first] = lines;
    if (first === undefined) throw new Error('no line');
    const fund: BudgetLine = {
      ...first,
      key: 'L046',
      fund: 'governmentFund',
      kind: 'project',
      economicCode: '',
      projectId: 'P01',
      part: '新增',
      fen: 100_000n,
    };
    const withFund = make([...lines, fund]);
    const table = (code: string) => withFund.tables.find((one) => one.code === code);
    expect(table('T6')?.note).toBeNull();
    expect(
      table('T6')
        ?.rows.at(-1)
        ?.cells.map((cell) => cell.text),
    ).toContain('1,000.00');
    expect(
      table('T4')
        ?.rows.at(-1)
        ?.cells.map((cell) => cell.text),
    ).toContain('1,000.00');
    expect(toBookText(withFund)).toContain(
      '政府性基金拨款支出预算0.10万元，比2023年预算增加0.10万元；',
    );
    expect(toBookText(withFund)).not.toContain('也没有使用政府性基金安排的支出');
  });

  it('AC11: says 减少 after a larger year, 持平 after an equal one, nothing without one, and never divides by nought', () => {
    const say = (total: string) => {
      const lastYear = {
        total,
        fiscal: total,
        generalPublic: total,
        governmentFund: '0.00',
        stateCapital: '0.00',
      };
      return toBookText(make(lines, { lastYear }));
    };
    expect(say('40000000.00')).toContain('比2023年预算减少68.81457万元，减少1.72%');
    expect(say('39311854.30')).toContain('财政拨款收入3931.18543万元，与2023年预算持平；');
    expect(say('0.00')).toContain('比2023年预算增加3931.18543万元；事业收入');
    expect(toBookText(make(lines, { lastYear: null }))).toContain(
      '财政拨款收入3931.18543万元；事业收入0.00万元',
    );
  });

  it('AC23: holds every rule it is audited by, whatever the amounts and funds, with lines of nought and without some', () => {
    fc.assert(
      fc.property(otherLines, (some) => {
        const report = auditDocument(
          { name: 'made', format: 'text', lines: readTextLines(toBookText(make(some))) },
          [],
        );
        const own = /^(?:A|B|C(?!1[34])|E0[1-8]|E1[057]|E2[23]|F0[12])/;
        const failed = report.rules.filter(({ id, holds }) => own.test(id) && holds === false);
        expect(failed).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

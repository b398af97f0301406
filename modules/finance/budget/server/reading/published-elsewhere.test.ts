import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { auditDocument, type AuditReport, toBookText } from '../../contract.ts';
import { lines as budgetLines, make } from '../../contract/book/book.fixture.ts';
import { readTextLines } from '../../contract/reading/source.ts';

/**
 * 上海市普陀区人民政府万里街道办事处, 2025年部门预算, as it was published (预算法 art. 14) and as a program took its text from
 * the pages: blank cells are lost, headings stand in lines of their own, pages are marked. Typed from that text: of the
 * prose stand the sentences that hold figures.
 */
const WANLI = readFileSync(new URL('published-elsewhere/wanli-2025.txt', import.meta.url), 'utf8');

const audit = (text: string): AuditReport =>
  auditDocument({ name: 'published.txt', format: 'text', lines: readTextLines(text) }, []);

const ruleOf = ({ rules }: AuditReport, id: string) => rules.find((rule) => rule.id === id);

const ofSeverity = ({ findings }: AuditReport, severity: 'error' | 'warning') =>
  findings.filter((finding) => finding.severity === severity);

describe('AC22: the budget that another department published', () => {
  const report = audit(WANLI);

  test('is read: nine tables, the department and its year', () => {
    expect(report.document).toMatchObject({
      unit: '上海市普陀区人民政府万里街道办事处',
      year: 2025,
      tables: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'],
    });
  });

  test('has two errors, each with its place and both values, and no false one', () => {
    expect(
      ofSeverity(report, 'error').map(({ rule, line, left, right }) => [rule, line, left, right]),
    ).toEqual([
      [
        'E05',
        72,
        '卫生健康支出(类)卫生健康支出(款)计划生育事务(项)',
        '卫生健康支出(类)计划生育事务(款)计划生育服务(项)',
      ],
      ['E15', 512, '88259800.00', '88425800.00'],
    ]);
  });

  test('tells what whole yuan round away from what is wrong', () => {
    const warnings = ofSeverity(report, 'warning');
    expect(new Set(warnings.map(({ rule }) => rule))).toEqual(
      new Set(['A2', 'A3', 'A5', 'B3', 'B5', 'E06']),
    );
    expect(warnings.every(({ message }) => message.includes('四舍五入'))).toBe(true);
  });

  test('says which rules cannot be judged, as the blanks between funds are lost', () => {
    for (const id of ['B4', 'C07', 'C08', 'C09']) {
      const rule = ruleOf(report, id);
      expect(rule?.holds).toBeNull();
      expect(rule?.why).toContain('分不清属于哪一列');
    }
  });

  test('a figure that is changed by more than rounding is found wherever it stands in tables 1, 2, 3, 5, 8 and 9', () => {
    const rows = WANLI.split('\n');
    const from = rows.indexOf('2025年部门财务收支预算总表');
    const skipped = rows.indexOf('2025年部门财政拨款收支预算总表');
    const goesOn = rows.indexOf('2025年部门一般公共预算支出功能分类预算表');
    const until = rows.indexOf('其他相关情况说明');
    const places = rows.flatMap((row, at) =>
      at < from || at >= until || (at > skipped && at < goesOn)
        ? []
        : [...row.matchAll(/\d{1,3}(?:,\d{3})+|\d+\.\d\d/g)].map(({ index, 0: text }) => ({
            at,
            index,
            text,
          })),
    );
    expect(places.length).toBeGreaterThan(500);
    fc.assert(
      fc.property(fc.constantFrom(...places), ({ at, index, text }) => {
        const first = '1234567890'['0123456789'.indexOf(text.slice(0, 1))] ?? '';
        const row = rows[at] ?? '';
        const changed = row.slice(0, index) + first + row.slice(index + 1);
        const again = audit(rows.with(at, changed).join('\n'));
        const before = ofSeverity(report, 'error').length + ofSeverity(report, 'warning').length;
        const after = ofSeverity(again, 'error').length + ofSeverity(again, 'warning').length;
        // A row of table 9 that does not add up can no longer be placed: that is said too.
        expect(after).toBeGreaterThan(before);
      }),
      { numRuns: 60 },
    );
  });

  test('a row with a figure too few is named, and its table is not judged', () => {
    const row = '201 	32 	组织事务 	1,075,000 	0 	1,075,000';
    const at = WANLI.split('\n').indexOf(row);
    expect(at).toBeGreaterThan(0);
    const again = audit(WANLI.replace(row, '201 	32 	组织事务 	1,075,000 	1,075,000'));
    expect(again.findings).toContainEqual(
      expect.objectContaining({ rule: 'R04', line: at + 1, place: '表3' }),
    );
    expect(ruleOf(again, 'A3')?.holds).toBeNull();
    expect(ruleOf(again, 'C03')?.holds).toBeNull();
    expect(ruleOf(again, 'A2')?.holds).toBe(false);
  });
});

describe('a table of a published text with a column too few, twice, or unknown', () => {
  const book = toBookText(make(budgetLines));
  const table = '2024年部门支出预算总表';

  /** Rows of table 3, each through `change`. */
  function inTableThree(change: (cells: string[]) => string[]): string {
    let isInside = false;
    return book
      .split('\n')
      .map((line) => {
        if (line === table) isInside = true;
        else if (!line.includes('\t') && line.startsWith('2024年部门')) isInside = false;
        return isInside && line.includes('\t') ? change(line.split('\t')).join('\t') : line;
      })
      .join('\n');
  }

  const rename = (from: string, to: string) => (cells: string[]) =>
    cells.map((cell) => (cell === from ? to : cell));

  const isHead = (cells: readonly string[]) => cells.includes('项目支出');
  const isBody = (cells: readonly string[]) => /^\d{3}$/.test(cells[0] ?? '');
  const further = (cells: readonly string[]) => (isHead(cells) ? '专项经费' : '1.00');
  const without = (at: number) => (cells: string[]) => cells.toSpliced(at, 1);

  /** Cells of a row of table 3: 类, 款, 项, 科目名称, 合计, 基本支出, 项目支出. */
  const cases: ReadonlyArray<
    readonly [name: string, change: (cells: string[]) => string[], rule: string, place: string]
  > = [
    ['the last is too few', without(6), 'R02', '表3 · 项目支出'],
    ['one in the middle is too few', without(5), 'R02', '表3 · 基本支出'],
    ['one is unknown', rename('项目支出', '专项经费'), 'R02', '表3 · 项目支出'],
    ['one has the name of another', rename('项目支出', '基本支出'), 'R05', '表3 · 基本支出'],
    [
      'one stands there twice',
      (cells) => cells.toSpliced(5, 0, cells[5] ?? ''),
      'R05',
      '表3 · 基本支出',
    ],
    [
      'a further one has amounts',
      (cells) => (isHead(cells) || isBody(cells) ? [...cells, further(cells)] : cells),
      'R06',
      '表3',
    ],
    [
      'its heading is too few',
      (cells) => (isHead(cells) ? without(5)(cells) : cells),
      'R02',
      '表3 · 基本支出',
    ],
    [
      'its figures are too few',
      (cells) => (isBody(cells) ? without(5)(cells) : cells),
      'R04',
      '表3',
    ],
  ];
  test.each(cases)('%s: it is named with its table, and nothing of it is judged', (...given) => {
    const [, change, rule, place] = given;
    const report = audit(inTableThree(change));
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule, severity: 'error', place }),
    );
    for (const id of ['A3', 'B3', 'C03', 'C10', 'C11'])
      expect([id, ruleOf(report, id)?.holds]).toEqual([id, null]);
  });

  test('as it was published nothing of it is missing', () => {
    expect(audit(book).findings.filter(({ rule }) => rule.startsWith('R0'))).toEqual([]);
  });
});

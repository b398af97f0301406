import { describe, expect, test } from 'vitest';

import { auditDocument, type AuditReport, toBookText } from '../../contract.ts';
import { facts, lines, make } from '../../contract/book/book.fixture.ts';
import { readBudgetFile } from './read-budget-file.ts';

const OTHER = '上海市示例区文化和旅游局';

/**
 * The budget of a department that nothing is known of, in a layout of its own: codes in one column, classes that are used
 * alone, “含转移支付” in titles, table 9 in 万元, full-width digits, unit and department in one line, rows parted by blank lines.
 */
function otherBook(): string {
  return inItsLayout(toBookText(make(lines)).replaceAll(facts.unit, OTHER));
}

function inItsLayout(text: string): string {
  let table = '';
  const out: string[] = [];
  for (const line of text.split('\n')) {
    const title = /^2024年部门(.*总表|.*分类预算表)$|^部门“三公”经费.*表$/.exec(line);
    if (title !== null) table = line;
    if (
      line !== '' &&
      title === null &&
      !line.includes('\t') &&
      /^[一二三四五六七八九十]、/.test(line)
    )
      table = '';
    out.push(...layOut(line, table, title !== null));
  }
  return out.join('\r\n');
}

function layOut(line: string, table: string, isTitle: boolean): string[] {
  if (isTitle && /支出功能分类/.test(line)) return [`${line}（含转移支付）`];
  if (line.startsWith('编制部门：') && table !== '')
    return [`${line}    单位：${table.includes('三公') ? '万元' : '元'}`];
  if (line === '单位：元') return [];
  if (!line.includes('\t')) return [line];
  const cells = line.split('\t');
  if (/收支预算总表/.test(table)) return isUnusedClass(cells) ? [] : [line];
  if (/经济分类/.test(table)) return [asOneCode(cells, 2), ''];
  if (/功能分类|收入预算总表|支出预算总表/.test(table)) return [asOneCode(cells, 3)];
  if (table.includes('三公')) return [line.replaceAll('6,000.00', '０.６０')];
  return [line];
}

/** A class of spending without money, and nothing of revenue beside it. */
function isUnusedClass([label = '', , name = '', ...amounts]: readonly string[]): boolean {
  return label === '' && /、/.test(name) && amounts.every((cell) => cell === '');
}

function asOneCode(cells: readonly string[], parts: number): string {
  const codes = cells.slice(0, parts);
  const rest = cells.slice(parts);
  if (codes[0] === '类') return '';
  return [codes.join(''), ...rest].join('\t');
}

const audit = async (text: string): Promise<AuditReport> =>
  auditDocument(await readBudgetFile('其他部门.txt', Buffer.from(text, 'utf8')), []);

const errorsOf = ({ findings }: AuditReport) =>
  findings.filter(({ severity }) => severity === 'error');

describe('AC22: the published budget of another department', () => {
  const text = otherBook();

  test('is read whole: nine tables, the department, its year and its projects', async () => {
    const { document } = await audit(text);
    expect(document).toMatchObject({ unit: OTHER, year: 2024, projects: 17, profile: null });
    expect(document.tables).toHaveLength(9);
  });

  test('holds every identity of its tables, and rules that need more than it prints say so', async () => {
    const { rules } = await audit(text);
    const tables = rules.filter(({ id }) => /^[ABC]/.test(id));
    expect(tables.filter(({ holds }) => holds === false).map(({ id }) => id)).toEqual([]);
    expect(tables.filter(({ holds }) => holds === true).length).toBeGreaterThan(25);
    const open = rules.filter(({ holds }) => holds === null);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter(({ why }) => why === null || why === '')).toEqual([]);
  });

  test('a wrong total, a wrong 万元 and a wrong sentence are each found with place and both values', async () => {
    const before = new Set(errorsOf(await audit(text)).map(({ rule, line }) => `${rule} ${line}`));
    const plant = async (from: string, to: string) => {
      expect(text).toContain(from);
      const found = errorsOf(await audit(text.replace(from, to)));
      return found.filter(({ rule, line }) => !before.has(`${rule} ${line}`));
    };
    const cases = [
      ['\t27,481,797.50\r\n', '\t27,481,797.51\r\n'],
      ['０.６０', '０.７０'],
      ['“住房公积金”科目52.675868万元', '“住房公积金”科目52.675869万元'],
    ] as const;
    for (const [from, to] of cases) {
      const found = await plant(from, to);
      expect([from, found.length > 0]).toEqual([from, true]);
      for (const { place, left, right, line, quote } of found) {
        expect([from, place !== '' && left !== right]).toEqual([from, true]);
        expect(line === 0 || quote !== '').toBe(true);
      }
    }
  });

  test('a column whose heading it does not know is said, and its rules are not passed silently', async () => {
    const { rules, findings } = await audit(
      text.replaceAll('基本支出\t项目支出', '人员与公用\t项目支出'),
    );
    const unread = findings.filter(({ rule }) => rule === 'R02');
    expect(unread.map(({ right }) => right)).toContain('基本支出');
    expect(rules.find(({ id }) => id === 'B3')?.holds).not.toBe(true);
  });

  test('a table that is not there is said, with the rules that could not be judged', async () => {
    const start = text.indexOf('2024年部门支出预算总表\r\n\r\n编制');
    const end = text.indexOf('2024年部门财政拨款收支预算总表\r\n\r\n编制');
    expect(start).toBeGreaterThan(0);
    const { rules, findings } = await audit(text.slice(0, start) + text.slice(end));
    expect(findings.filter(({ rule }) => rule === 'R01').map(({ place }) => place)).toEqual([
      '表3',
    ]);
    expect(rules.find(({ id }) => id === 'B3')).toMatchObject({ holds: null });
    expect(rules.find(({ id }) => id === 'C03')).toMatchObject({ holds: null });
  });

  test('a paper that is no budget is refused, not passed', async () => {
    await expect(audit('会议通知\n\n定于周三下午召开例会。')).rejects.toThrow(/No table/);
  });
});

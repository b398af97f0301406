import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { auditDocument } from './audit-book.ts';
import type { AuditReport } from './finding.ts';
import { BudgetProfile } from './profile.ts';
import { readTextLines } from './reading/source.ts';

const folder = new URL('../../../../centres/songjiang/budget/2024/', import.meta.url);
const published = readFileSync(new URL('published.txt', folder), 'utf8');
const profile = BudgetProfile.parse(
  JSON.parse(readFileSync(new URL('rules.json', folder), 'utf8')),
);

function audit(text: string): AuditReport {
  const lines = readTextLines(text);
  return auditDocument({ name: 'published', format: 'text', lines }, [profile]);
}

/** What a report says, without where it says it: a blank line more moves every line below. */
function saidBy({ rules, findings }: AuditReport) {
  return {
    rules: rules.map(({ id, left, right, holds }) => [id, left, right, holds]),
    findings: findings
      .map(({ rule, severity, left, right }) =>
        [rule, severity, left.replaceAll(/\d+ 行/g, ''), right.replaceAll(/\d+ 行/g, '')].join('|'),
      )
      .toSorted(),
  };
}

const errorsOf = ({ findings }: AuditReport): string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, line, left, right }) => `${rule} ${line} ${left} ${right}`);

describe('the audit of the published budget', () => {
  const report = audit(published);

  it('AC04: evaluates every rule of cross-checking, and exactly three fail', () => {
    expect(report.rules).toHaveLength(79);
    expect(report.rules.filter(({ holds }) => holds === null)).toEqual([]);
    expect(report.rules.filter(({ holds }) => holds === false).map(({ id }) => id)).toEqual([
      'E17',
      'G04',
      'G05',
    ]);
  });

  it('AC05: calls nothing else an error', () => {
    expect(errorsOf(report)).toEqual([
      'G04 25 财政支出项目绩效目标申报表 ',
      'G05 25 绩效目标申报表 绩效目标汇总表',
      'E17 342 0 1',
    ]);
  });

  it('AC05: raises what a careful auditor would, each with line, quote, both values and a way to mend it', () => {
    const rules = new Set(report.findings.map(({ rule }) => rule));
    for (const rule of [
      'R11',
      'R12',
      'R13',
      'R15',
      'R16',
      'R17',
      'R22',
      'R31',
      'R32',
      'R41',
      'R43',
    ])
      expect(rules).toContain(rule);
    expect(report.findings.filter(({ message, mend }) => message === '' || mend === '')).toEqual(
      [],
    );
    const late = report.findings.find(({ rule, line }) => rule === 'R11' && line === 0);
    expect(late).toMatchObject({ left: '423594.00' });
  });

  it('AC08: says the same of the same text with other line ends, marks, brackets and a blank line in a table', () => {
    const said = saidBy(report);
    const variants = {
      'a final newline': `${published}\n`,
      'no blank line in table 8': published.replace('费用\t\t\t\n\n302\t13', '费用\t\t\t\n302\t13'),
      CRLF: published.replaceAll('\n', '\r\n'),
      'a byte order mark': `\ufeff${published}`,
      'half-width brackets': published.replaceAll('（', '(').replaceAll('）', ')'),
      'a blank line inside table 8': published.replace('\n302\t17', '\n\n302\t17'),
      'full-width digits in the narrative': published.replace('0.6万元，与', '０.６万元，与'),
    };
    for (const [name, text] of Object.entries(variants)) {
      expect([name, text === published]).toEqual([name, false]);
      const other = saidBy(audit(text));
      expect([name, other.rules]).toEqual([name, said.rules]);
      if (name !== 'half-width brackets' && !name.startsWith('full-width'))
        expect([name, other.findings]).toEqual([name, said.findings]);
    }
  });
});

/** Every printed amount and percentage: where it stands and how it reads one unit of its last place up or down. */
function listAmounts(text: string): Array<{ start: number; end: number; text: string }> {
  const pattern = /(?<![\d.])\d{1,3}(?:,\d{3})*\.\d+|(?<![\d.])\d+\.\d+(?=万元|%)|\d+(?=万元|%)/g;
  return (
    [...text.matchAll(pattern)]
      // 2024.1-2024.2 is a time, not an amount.
      .filter((match) => !/^20\d\d\.\d{1,2}$/.test(match[0]))
      .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
  );
}

function moveBy(text: string, step: bigint): string {
  const decimals = text.includes('.') ? (text.split('.')[1]?.length ?? 0) : 0;
  const value = BigInt(text.replaceAll(/[,.]/g, '')) + step;
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  const grouped = text.includes(',') ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return `${value < 0n ? '-' : ''}${grouped}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

describe('a change of one printed amount by one unit in its last place', () => {
  it('AC06: is found, whichever amount of the published budget it is', () => {
    const before = new Set(errorsOf(audit(published)));
    const amounts = listAmounts(published);
    expect(amounts.length).toBe(278);
    const missed: string[] = [];
    for (const amount of amounts)
      for (const step of [1n, -1n]) {
        const changed = moveBy(amount.text, step);
        const text = published.slice(0, amount.start) + changed + published.slice(amount.end);
        const found = errorsOf(audit(text)).filter((error) => !before.has(error));
        const line = published.slice(0, amount.start).split('\n').length;
        if (found.length === 0) missed.push(`line ${line}: ${amount.text} -> ${changed}`);
      }
    expect(missed).toEqual([]);
  }, 300_000);
});

import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

import {
  auditDocument,
  BudgetFacts,
  type BudgetLine,
  BudgetProfile,
  BudgetTemplate,
  makeBook,
  readCodes,
  readLines,
  readTextLines,
  toBookText,
} from '#modules/finance/budget/contract.ts';

import { createChance, percentile } from './statistics.ts';
import type { BenchContext, Figure, Workload } from './workload.ts';

const folder = new URL('../centres/songjiang/budget/2024/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const rowsOf = (name: string): Array<Record<string, string>> =>
  parse(read(name), { columns: true, bom: true });

const BOOKS = 1_000;
const WARM = 30;
const MEGABYTE = 1_048_576;

/** The budget book: read, audited and made again; then a thousand books of chance. Needs no database. */
export const budget: Workload = {
  name: 'budget',
  title: 'the budget book: read, audited, made again; a thousand books made of chance and audited',
  run: async (context) => measure(context),
};

function measure({ say, seed, scale }: BenchContext): Figure[] {
  const given = load();
  const warm: number[] = [];
  for (let done = 0; done < Math.max(3, Math.round(WARM * scale)); done += 1)
    warm.push(timeOf(() => readAuditMake(given)));
  say('the published book, again and again');
  const chance = createChance(seed);
  const count = Math.max(10, Math.round(BOOKS * scale));
  const broken: string[] = [];
  let early = 0;
  const begun = performance.now();
  for (let done = 0; done < count; done += 1) {
    broken.push(...auditMade(given, changeLines(given.lines, chance)));
    if (done === Math.floor(count / 10)) early = heapMegabytes();
  }
  const seconds = (performance.now() - begun) / 1_000;
  const grown = Math.max(0, heapMegabytes() - early);
  if (broken.length > 0) throw new Error(`A made book breaks ${[...new Set(broken)].join(', ')}`);
  say(`${count} books made, read and audited; every rule holds`);
  return [
    {
      what: 'read, audit and make the book again, warm, p95',
      value: percentile(warm.slice(1), 95),
      unit: 'ms',
      gate: { atMost: 1_000 },
    },
    {
      what: 'a thousand generated books, made, read back and audited',
      value: (seconds / count) * BOOKS,
      unit: 's',
      gate: { atMost: 60 },
    },
    {
      what: 'heap grown over the last nine tenths',
      value: grown,
      unit: 'MB',
      gate: { atMost: 64 },
    },
  ];
}

function load() {
  const template = BudgetTemplate.parse(JSON.parse(read('template.json')));
  const codes = readCodes(rowsOf('codes.csv'));
  const { lines, faults } = readLines(rowsOf('budget_lines.csv'), { codes, year: template.year });
  if (faults.length > 0) throw new Error('The package has faults');
  return {
    published: read('published.txt'),
    template,
    codes,
    lines,
    facts: BudgetFacts.parse(JSON.parse(read('facts.json'))),
    profile: BudgetProfile.parse(JSON.parse(read('rules.json'))),
  };
}

type Given = ReturnType<typeof load>;

function timeOf(act: () => void): number {
  const begun = performance.now();
  act();
  return performance.now() - begun;
}

function readAuditMake(given: Given): void {
  const source = {
    name: 'published.txt',
    format: 'text' as const,
    lines: readTextLines(given.published),
  };
  auditDocument(source, [given.profile]);
  toBookText(makeBook(given));
}

/** Rules that hold of every book that is made of lines, whatever they are; the others are about this department. */
const ALWAYS = /^(?:A|B|C(?!1[34])|E0[1-8]|E1[057]|E2[23]|F0[12])/;

/** Makes a book, reads it back and gives the rules that it breaks. */
function auditMade(given: Given, lines: readonly BudgetLine[]): string[] {
  const text = toBookText(makeBook({ ...given, lines }));
  const source = { name: 'made', format: 'text' as const, lines: readTextLines(text) };
  return auditDocument(source, [])
    .rules.filter(({ id, holds }) => ALWAYS.test(id) && holds === false)
    .map(({ id }) => id);
}

/** The same lines with amounts of chance, some of them left out, some of another fund. */
function changeLines(
  lines: readonly BudgetLine[],
  chance: (below: number) => number,
): BudgetLine[] {
  return lines.flatMap((line): BudgetLine[] => {
    if (chance(8) === 0) return [];
    const fen = BigInt(chance(1_000_000_000)) * (chance(10) === 0 ? 0n : 1n);
    const fund = line.kind === 'project' && chance(6) === 0 ? 'governmentFund' : line.fund;
    return [{ ...line, fen, fund }];
  });
}

function heapMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

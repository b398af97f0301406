import { toCount } from './count.ts';
import { toPlain } from './plain.ts';
import { AMOUNT, type Printed, readPrinted, toMoneyUnit } from './printed.ts';
import type { SourceLine } from './source.ts';

export interface ReadPart {
  readonly name: string;
  readonly amount: Printed;
}

/** One project as a book describes it. */
export interface ReadProject {
  /** From its heading. */
  readonly name: string;
  readonly title: SourceLine;
  /** Lines by section, 1 to 7; a section that is not there has none. */
  readonly sections: ReadonlyMap<number, readonly SourceLine[]>;
  /** Headings of sections in the order in which they stand. */
  readonly order: readonly number[];
  readonly budget:
    | { readonly amount: Printed; readonly source: SourceLine; readonly year: number | undefined }
    | undefined;
  /** How the sentence of the budget names it. */
  readonly nameInSentence: string | undefined;
  readonly parts: readonly ReadPart[];
  readonly instalments: ReadonlyArray<{
    readonly percent: bigint;
    readonly text: string;
    readonly source: SourceLine;
    readonly trigger: string;
  }>;
  readonly period:
    | { readonly start: string; readonly end: string; readonly source: SourceLine }
    | undefined;
}

const SECTIONS: ReadonlyArray<readonly [number, RegExp]> = [
  [1, /^[一1][、.]项目概述$/],
  [2, /^[二2][、.]立项依据$/],
  [3, /^[三3][、.]实施主体$/],
  [4, /^[四4][、.]实施方案$/],
  [5, /^[五5][、.]实施周期$/],
  [6, /^[六6][、.](?:年度)?预算安排$/],
  [7, /^[七7][、.]绩效目标$/],
];

/** Reads the explanations of projects. */
export function readProjects(prose: readonly SourceLine[]): ReadProject[] {
  const plain = prose.map((source) => ({ source, text: toPlain(source.text) }));
  const starts = plain.flatMap(({ text }, index) =>
    /经费(?:情况)?说明$/.test(text) &&
    plain.slice(index + 1, index + 3).some((next) => SECTIONS.some(([, is]) => is.test(next.text)))
      ? [index]
      : [],
  );
  return starts.map((start, position) =>
    readProject(plain.slice(start, starts[position + 1] ?? plain.length)),
  );
}

interface PlainLine {
  readonly source: SourceLine;
  readonly text: string;
}

function readProject(lines: readonly PlainLine[]): ReadProject {
  const [title] = lines;
  if (title === undefined) throw new RangeError('A project has a heading');
  const sections = new Map<number, PlainLine[]>();
  const order: number[] = [];
  for (const line of lines.slice(1)) {
    const section = SECTIONS.find(([, is]) => is.test(line.text))?.[0];
    if (section === undefined) {
      const current = order.at(-1);
      if (current !== undefined) sections.get(current)?.push(line);
    } else {
      order.push(section);
      if (!sections.has(section)) sections.set(section, []);
    }
  }
  const budget = readBudget(sections.get(6) ?? []);
  return {
    name: title.source.text.trim().replace(/(?:项目)?经费(?:情况)?说明$/, ''),
    title: title.source,
    sections: new Map(
      [...sections].map(([number, own]) => [number, own.map(({ source }) => source)]),
    ),
    order,
    budget: budget?.stated,
    nameInSentence: budget?.name,
    parts: budget?.parts ?? [],
    instalments: readInstalments(sections.get(4) ?? []),
    period: readPeriod(sections.get(5) ?? []),
  };
}

const BUDGET = new RegExp(
  String.raw`^(?:(20\d\d)年,)?(.*?)(?:财政资金|财政性资金|项目)?(?:年度)?预算(?:安排)?(?:金额|资金|总额)?(?:安排)?(?:金额)?为?${AMOUNT}`,
);

function readBudget(lines: readonly PlainLine[]) {
  for (const { source, text } of lines) {
    const match = BUDGET.exec(text);
    if (match === null) continue;
    const [all, year, name = '', number = '', unit = ''] = match;
    const amount = readPrinted(number, toMoneyUnit(unit), source.number);
    if (amount === undefined) continue;
    return {
      stated: {
        amount: { ...amount, text: `${number}${unit}` },
        source,
        year: year === undefined ? undefined : toCount(year),
      },
      name,
      parts: readParts(source, text.slice(all.length)),
    };
  }
  return undefined;
}

function readParts(source: SourceLine, rest: string): ReadPart[] {
  const list = /^[,;。]?其中[:,]?(.*)$/.exec(rest)?.[1];
  if (list === undefined) return [];
  return [...list.matchAll(new RegExp(`([^,;]+?)${AMOUNT}`, 'g'))].flatMap(
    ([, name = '', number = '', unit = '']) => {
      const amount = readPrinted(number, toMoneyUnit(unit), source.number);
      if (amount === undefined) return [];
      const clean = name.replace(/^[、,;]/, '');
      return [{ name: clean, amount: { ...amount, text: `${number}${unit}` } }];
    },
  );
}

function readInstalments(lines: readonly PlainLine[]): ReadProject['instalments'] {
  return lines.flatMap(({ source, text }) => {
    if (!/支付/.test(text)) return [];
    const clauses = text.split(/[,;。]/);
    return clauses.flatMap((clause, index) => {
      const percent = /(?:支付|剩余).*?(\d+(?:\.\d{1,2})?)%/.exec(clause)?.[1];
      if (percent === undefined) return [];
      const [whole = '0', decimals = ''] = percent.split('.');
      const trigger = /^(?:支付|剩余)/.test(clause)
        ? (clauses[index - 1] ?? '')
        : clause.split('支付')[0];
      return [
        {
          percent: BigInt(whole + decimals.padEnd(2, '0')),
          text: `${percent}%`,
          source,
          trigger: trigger ?? '',
        },
      ];
    });
  });
}

const DAY = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`;

function readPeriod(lines: readonly PlainLine[]): ReadProject['period'] {
  for (const { source, text } of lines) {
    const match = new RegExp(`${DAY}(?:至|到|-|—)${DAY}`).exec(text);
    if (match === null) continue;
    const [, y1 = '', m1 = '', d1 = '', y2 = '', m2 = '', d2 = ''] = match;
    const day = (year: string, month: string, date: string) =>
      `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return { start: day(y1, m1, d1), end: day(y2, m2, d2), source };
  }
  return undefined;
}

import { toCount } from './count.ts';
import { toPlain } from './plain.ts';
import { AMOUNT, type Printed, readPrinted, toMoneyUnit } from './printed.ts';
import type { SourceLine } from './source.ts';

/** A comparison with last year as a sentence makes it. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  readonly amount?: Printed;
  /** In hundredths of a percent. */
  readonly percent?: bigint;
  readonly percentText?: string;
  readonly source: SourceLine;
}

export interface Stated {
  readonly amount: Printed;
  readonly source: SourceLine;
  readonly change?: Change;
}

export interface Counted {
  readonly count: number;
  readonly source: SourceLine;
}

export interface Subject extends Stated {
  readonly name: string;
  readonly purpose: string;
}

export interface VehicleCount {
  readonly source: SourceLine;
  readonly total: number;
  readonly kinds: readonly number[];
  readonly thresholds: readonly Printed[];
}

/** Everything that the narrative states in figures, by the name of the statement. */
export interface Statements {
  readonly amounts: ReadonlyMap<AmountName, Stated>;
  readonly counts: ReadonlyMap<CountName, Counted>;
  readonly subjects: readonly Subject[];
  readonly vehicles: readonly VehicleCount[];
  readonly offices:
    | { readonly source: SourceLine; readonly count: number; readonly names: readonly string[] }
    | undefined;
  /** 本部门无机关运行经费 */
  readonly noOfficeExpense: SourceLine | undefined;
}

export type AmountName =
  | 'income'
  | 'incomeFiscal'
  | 'incomeBusiness'
  | 'incomeOperating'
  | 'incomeOther'
  | 'spending'
  | 'spendingFiscal'
  | 'spendingGeneral'
  | 'spendingFund'
  | 'spendingCapital'
  | 'noteIncome'
  | 'noteSpending'
  | 'threePublic'
  | 'abroad'
  | 'vehicles'
  | 'purchase'
  | 'running'
  | 'reception'
  | 'office'
  | 'procurement'
  | 'goods'
  | 'works'
  | 'services'
  | 'reserved'
  | 'small'
  | 'performance'
  | 'large';

export type CountName = 'units' | 'performanceUnits' | 'performanceProjects' | 'largeProjects';

const IS = '(?:总额|数|金额)?为?';

interface Pattern {
  readonly name: AmountName;
  /** Which line it stands in. */
  readonly line: RegExp;
  readonly pattern: RegExp;
}

const amountPattern = (before: string): RegExp => new RegExp(before + IS + AMOUNT);

const INCOME = /(?:^|[^注]).*收入预算.*其中/;
const SPENDING = /(?:^|年,|。)[^:]{0,30}支出预算.*其中/;
const NOTE = /^注:.*收入预算/;

const PATTERNS: readonly Pattern[] = [
  { name: 'income', line: INCOME, pattern: amountPattern('收入预算') },
  { name: 'incomeFiscal', line: INCOME, pattern: amountPattern('财政拨款收入') },
  { name: 'incomeBusiness', line: INCOME, pattern: amountPattern('[;,。]事业收入') },
  { name: 'incomeOperating', line: INCOME, pattern: amountPattern('经营收入') },
  { name: 'incomeOther', line: INCOME, pattern: amountPattern('其他收入') },
  { name: 'spending', line: SPENDING, pattern: amountPattern('(?:^|[^款])支出预算') },
  { name: 'spendingFiscal', line: SPENDING, pattern: amountPattern('财政拨款支出(?:预算)?') },
  {
    name: 'spendingGeneral',
    line: SPENDING,
    pattern: amountPattern('一般公共预算(?:财政)?拨款支出(?:预算)?'),
  },
  {
    name: 'spendingFund',
    line: SPENDING,
    pattern: amountPattern('政府性基金(?:预算)?(?:财政)?拨款支出(?:预算)?'),
  },
  {
    name: 'spendingCapital',
    line: SPENDING,
    pattern: amountPattern('国有资本经营预算(?:财政)?拨款支出(?:预算)?'),
  },
  { name: 'noteIncome', line: NOTE, pattern: amountPattern('收入预算') },
  { name: 'noteSpending', line: NOTE, pattern: amountPattern('支出预算') },
  { name: 'threePublic', line: /"三公"经费/, pattern: amountPattern('"三公"经费预算') },
  { name: 'abroad', line: /因公出国/, pattern: amountPattern(String.raw`因公出国\(境\)费`) },
  {
    name: 'vehicles',
    line: /公务用车购置及运行/,
    pattern: amountPattern('公务用车购置及运行(?:维护)?费'),
  },
  { name: 'purchase', line: /公务用车/, pattern: amountPattern('公务用车购置费') },
  { name: 'running', line: /公务用车/, pattern: amountPattern('公务用车运行(?:维护)?费') },
  { name: 'reception', line: /公务接待费/, pattern: amountPattern('公务接待费') },
  { name: 'office', line: /机关运行经费/, pattern: amountPattern('机关运行经费(?:预算)?') },
  { name: 'procurement', line: /政府采购/, pattern: amountPattern('政府采购预算') },
  { name: 'goods', line: /政府采购/, pattern: amountPattern('政府采购货物预算') },
  { name: 'works', line: /政府采购/, pattern: amountPattern('政府采购工程预算') },
  { name: 'services', line: /政府采购/, pattern: amountPattern('政府采购服务预算') },
  {
    name: 'reserved',
    line: /中小企业/,
    pattern: amountPattern('面向中小企业预留(?:政府采购)?项目预算'),
  },
  {
    name: 'small',
    line: /小型和微型|小微/,
    pattern: amountPattern('(?:小型和微型|小微)企业的?(?:政府采购)?项目预算'),
  },
  {
    name: 'performance',
    line: /绩效目标/,
    pattern: amountPattern('涉及(?:项目)?(?:预算)?(?:资金|金额)'),
  },
  { name: 'large', line: /绩效目标/, pattern: amountPattern('(?:其中|[,;])(?:,)?预算金额') },
];

const COUNTS: ReadonlyArray<readonly [CountName, RegExp, RegExp]> = [
  ['units', /部门预算是/, /事业单位(\d+)家/],
  ['performanceUnits', /绩效目标编报/, /本部门(\d+)个预算单位/],
  ['performanceProjects', /绩效目标编报/, /编报绩效目标的项目(\d+)个/],
  ['largeProjects', /绩效目标编报/, /以上的项目有?(\d+)个/],
];

/** Reads the figures that the narrative states. A statement that a document does not make is absent. */
export function readStatements(prose: readonly SourceLine[]): Statements {
  const amounts = new Map<AmountName, Stated>();
  const counts = new Map<CountName, Counted>();
  const plain = prose.map((source) => ({ source, text: toPlain(source.text) }));
  for (const { source, text } of plain) {
    if (isDefinition(text)) continue;
    for (const { name, line, pattern } of PATTERNS) {
      if (amounts.has(name) || !line.test(text)) continue;
      const stated = readStated(source, text, pattern);
      if (stated !== undefined) amounts.set(name, stated);
    }
    for (const [name, line, pattern] of COUNTS) {
      const count = line.test(text) ? pattern.exec(text)?.[1] : undefined;
      if (count !== undefined && !counts.has(name))
        counts.set(name, { count: toCount(count), source });
    }
  }
  return {
    amounts,
    counts,
    subjects: plain.flatMap(({ source, text }) => readSubject(source, text)),
    vehicles: plain.flatMap(({ source, text }) => readVehicles(source, text)),
    offices: plain
      .map(({ source, text }) => readOffices(source, text))
      .find((found) => found !== undefined),
    noOfficeExpense: plain.find(({ text }) => /无机关运行经费/.test(text))?.source,
  };
}

/** 名词解释 explain words and state nothing; so does the title of a section. */
function isDefinition(text: string): boolean {
  return /^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)?[^,。]{0,20}(?::是|:指|,?指[^定])/.test(
    text,
  );
}

function readStated(source: SourceLine, text: string, pattern: RegExp): Stated | undefined {
  const match = pattern.exec(text);
  const [number, unit] = match?.slice(-2) ?? [];
  if (match === null || number === undefined || unit === undefined) return undefined;
  const amount = readPrinted(number, toMoneyUnit(unit), source.number);
  if (amount === undefined) return undefined;
  const change = readChange(source, text.slice(match.index + match[0].length));
  const stated = { amount: { ...amount, text: `${number}${unit}` }, source };
  return change === undefined ? stated : { ...stated, change };
}

const CHANGE = new RegExp(
  String.raw`^,(?:比(?:\d{4}年(?:年初)?预算|上年(?:预算)?)(增加|减少)${AMOUNT}(?:,(?:增加|减少|增长|下降)(\d+(?:\.\d+)?)%)?|与(?:\d{4}年(?:年初)?预算|上年(?:预算)?)(持平))`,
);

function readChange(source: SourceLine, rest: string): Change | undefined {
  const match = CHANGE.exec(rest);
  if (match === null) return undefined;
  const [, direction, number = '', unit = '', percent] = match;
  if (direction === undefined) return { direction: 'same', source };
  const amount = readPrinted(number, toMoneyUnit(unit), source.number);
  if (amount === undefined) return undefined;
  const change = {
    direction: direction === '增加' ? ('up' as const) : ('down' as const),
    amount: { ...amount, text: `${number}${unit}` },
    source,
  };
  if (percent === undefined) return change;
  const [whole = '0', decimals = ''] = percent.split('.');
  return {
    ...change,
    percent: BigInt(whole + decimals.padEnd(2, '0').slice(0, 2)),
    percentText: `${percent}%`,
  };
}

const SUBJECT = new RegExp(
  String.raw`^(?:\d+[.、,])?"?([^"]+?)"?(?:\(项\))?科目${AMOUNT}(?:,主要用于(.*?))?[。;]?$`,
);

function readSubject(source: SourceLine, text: string): Subject[] {
  const match = SUBJECT.exec(text);
  if (match === null) return [];
  const [, name = '', number = '', unit = '', purpose = ''] = match;
  const amount = readPrinted(number, toMoneyUnit(unit), source.number);
  if (amount === undefined) return [];
  return [{ name, purpose, amount: { ...amount, text: `${number}${unit}` }, source }];
}

function readVehicles(source: SourceLine, text: string): VehicleCount[] {
  const total = /(?:共有|购置)车辆(\d+)辆/.exec(text);
  if (total === null) return [];
  const rest = text.slice(total.index + total[0].length);
  const kinds = [...rest.matchAll(/(?:用车|车)(\d+)辆/g)].map(([, count]) => toCount(count));
  const thresholds = [...rest.matchAll(/单价(\d+(?:\.\d+)?)(万元|元)/g)].flatMap(
    ([, number = '', unit = '']) => {
      const printed = readPrinted(number, toMoneyUnit(unit), source.number);
      return printed === undefined ? [] : [{ ...printed, text: `${number}${unit}` }];
    },
  );
  return [{ source, total: toCount(total[1]), kinds, thresholds }];
}

function readOffices(source: SourceLine, text: string): Statements['offices'] {
  const match =
    /内设(?:机构)?(.+?)等?(?:共)?(\d+)个(?:科|处|职能|内设)?(?:室|机构|部门)?[。,;]/.exec(text);
  if (match === null) return undefined;
  const names = (match[1] ?? '').split(/[、,和]/).filter((name) => name !== '');
  return { source, count: toCount(match[2]), names };
}

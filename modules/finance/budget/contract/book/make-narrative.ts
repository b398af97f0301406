import { parseYuan } from '#kernel/money/fen.ts';

import type { BudgetFacts } from '../facts.ts';
import type { BudgetLine, CodeNames } from '../line.ts';
import type { BudgetTemplate } from '../template.ts';
import { type ChangeStyle, findDirection, sayChange } from './compare-years.ts';
import { fillSentence, type SentenceValue } from './fill-sentence.ts';
import type { Figure, Part } from './made.ts';
import type { ThreePublic } from './make-economic-tables.ts';
import { orNought, sumFigures, sumLines } from './sum-lines.ts';

export interface NarrativeGiven {
  readonly template: BudgetTemplate;
  readonly facts: BudgetFacts;
  readonly codes: CodeNames;
  readonly lines: readonly BudgetLine[];
  readonly threePublic: ThreePublic;
}

type Values = Readonly<Record<string, SentenceValue>>;

/** A sentence of the book by its name in the template; undefined when this budget has nothing for it to say. */
export function makeSentence(given: NarrativeGiven, name: string): readonly Part[] | undefined {
  const { template } = given;
  const [key, values] = choose(given, name);
  const words = template.sentences[key];
  if (words === undefined) throw new RangeError(`The template has no sentence ${key}`);
  return values === undefined ? undefined : fillSentence(words, { ...common(given), ...values });
}

export function common({ template, facts }: NarrativeGiven): Record<string, string> {
  return {
    year: String(template.year),
    lastYear: String(template.year - 1),
    unit: facts.unit,
  };
}

function choose(given: NarrativeGiven, name: string): [string, Values | undefined] {
  const { facts, threePublic } = given;
  switch (name) {
    case 'income':
      return [name, incomeValues(given)];
    case 'expenditure':
      return [name, expenditureValues(given)];
    case 'reason':
      return [name, reasonValues(given)];
    case 'totalsNote':
      return [name, noteValues(given)];
    case 'operating':
      return threePublic.operating === null
        ? ['operatingNone', {}]
        : [name, { amount: threePublic.operating }];
    case 'procurement':
      return facts.procurement === null
        ? ['procurementNone', {}]
        : [name, procurementValues(facts.procurement)];
    case 'reserved':
      return [name, facts.procurement === null ? undefined : reservedValues(facts.procurement)];
    case 'performance':
      return [name, performanceValues(given)];
    default:
      return [name, threePublicValues(given, name)];
  }
}

const toFen = (text: string): bigint => {
  const read = parseYuan(text);
  if (!read.ok) throw new RangeError(`Not an amount: ${text}`);
  return read.value;
};

function fact(text: string, expression: string): Figure {
  return { fen: toFen(text), expression, lineKeys: [] };
}

function totals({ lines }: NarrativeGiven) {
  const sum = (name: string, takes: (line: BudgetLine) => boolean) =>
    orNought(sumLines(lines, name, takes), name);
  return {
    total: sum('全部预算行', () => true),
    fiscal: sum('财政拨款', (line) => line.source === 'fiscal'),
    business: sum('事业收入', (line) => line.source === 'business'),
    operating: sum('事业单位经营收入', (line) => line.source === 'operating'),
    other: sum('其他收入', (line) => line.source === 'other'),
    general: sum('一般公共预算', (l) => l.source === 'fiscal' && l.fund === 'generalPublic'),
    fund: sum('政府性基金', (l) => l.source === 'fiscal' && l.fund === 'governmentFund'),
    capital: sum('国有资本经营预算', (l) => l.source === 'fiscal' && l.fund === 'stateCapital'),
  };
}

function changeOf(
  { template, facts }: NarrativeGiven,
  style: ChangeStyle,
  now: Figure,
  before: keyof NonNullable<BudgetFacts['lastYear']>,
): readonly Part[] {
  const last = facts.lastYear?.[before];
  return sayChange(template, style, now, last === undefined ? null : toFen(last));
}

function incomeValues(given: NarrativeGiven): Values {
  const { total, fiscal, business, operating, other } = totals(given);
  const fiscalChange = changeOf(given, 'base', fiscal, 'fiscal');
  return { total, fiscal, business, operating, other, fiscalChange };
}

function expenditureValues(given: NarrativeGiven): Values {
  const { total, fiscal, general, fund, capital } = totals(given);
  return {
    total,
    fiscal,
    general,
    fund,
    capital,
    fiscalChange: changeOf(given, 'base', fiscal, 'fiscal'),
    generalChange: changeOf(given, 'plain', general, 'generalPublic'),
    fundChange: changeOf(given, 'plain', fund, 'governmentFund'),
    capitalChange: changeOf(given, 'plain', capital, 'stateCapital'),
    reason: sayReason(given, 'fiscal'),
  };
}

/** The reason is owed when something changed. */
function sayReason(given: NarrativeGiven, of: 'fiscal' | 'total'): string {
  const last = given.facts.lastYear?.[of];
  const now = totals(given)[of];
  const direction = findDirection(now.fen, last === undefined ? null : toFen(last));
  return direction === 'up' || direction === 'down' ? `，主要原因是${given.facts.reason}` : '';
}

function reasonValues(given: NarrativeGiven): Values | undefined {
  const last = given.facts.lastYear?.fiscal;
  const direction = findDirection(
    totals(given).fiscal.fen,
    last === undefined ? null : toFen(last),
  );
  if (direction === 'none' || direction === 'same') return undefined;
  return { direction: direction === 'up' ? '增加' : '减少', reason: given.facts.reason };
}

function noteValues(given: NarrativeGiven): Values {
  const { total } = totals(given);
  return {
    total,
    totalChange: changeOf(given, 'note', total, 'total'),
    reason: sayReason(given, 'total'),
  };
}

function threePublicValues(given: NarrativeGiven, name: string): Values {
  const { template, facts, threePublic } = given;
  const last = facts.lastYearThreePublic;
  const before = (keys: ReadonlyArray<keyof NonNullable<typeof last>>): bigint | null =>
    last === null ? null : keys.reduce((sum, key) => sum + toFen(last[key]), 0n);
  const say = (now: Figure, keys: Parameters<typeof before>[0]) =>
    sayChange(template, 'plain', now, before(keys));
  const own = {
    threePublic: orNought(threePublic.total, '“三公”经费'),
    abroad: orNought(threePublic.abroad, '因公出国（境）费'),
    reception: orNought(threePublic.reception, '公务接待费'),
    vehicles: orNought(threePublic.vehicles, '公务用车购置及运行费'),
    purchase: orNought(threePublic.purchase, '公务用车购置费'),
    running: orNought(threePublic.running, '公务用车运行费'),
  };
  switch (name) {
    case 'threePublic':
      return {
        amount: own.threePublic,
        change: say(own.threePublic, ['abroad', 'vehiclePurchase', 'vehicleRunning', 'reception']),
      };
    case 'abroad':
      return { amount: own.abroad, change: say(own.abroad, ['abroad']) };
    case 'reception':
      return { amount: own.reception, change: say(own.reception, ['reception']) };
    case 'vehicles':
      return {
        amount: own.vehicles,
        change: say(own.vehicles, ['vehiclePurchase', 'vehicleRunning']),
        purchase: own.purchase,
        purchaseChange: say(own.purchase, ['vehiclePurchase']),
        running: own.running,
        runningChange: say(own.running, ['vehicleRunning']),
      };
    default:
      throw new RangeError(`No sentence is called ${name}`);
  }
}

type Procurement = NonNullable<BudgetFacts['procurement']>;

function procurementValues(facts: Procurement): Values {
  const goods = fact(facts.goods, '政府采购货物预算');
  const works = fact(facts.works, '政府采购工程预算');
  const services = fact(facts.services, '政府采购服务预算');
  return {
    amount: sumFigures([goods, works, services], '货物 + 工程 + 服务'),
    goods,
    works,
    services,
  };
}

function reservedValues(facts: Procurement): Values {
  return {
    amount: fact(facts.reserved, '面向中小企业预留'),
    small: fact(facts.small, '预留给小型和微型企业'),
  };
}

function performanceValues({ lines, facts, template }: NarrativeGiven): Values {
  const projects = new Map<string, bigint>();
  for (const line of lines)
    if (line.kind === 'project')
      projects.set(line.projectId, (projects.get(line.projectId) ?? 0n) + line.fen);
  const least = toFen(template.largeProjectYuan);
  const keys = lines.filter(({ kind }) => kind === 'project').map(({ key }) => key);
  const count = (value: number, expression: string): readonly Part[] => [
    { text: String(value), figure: { fen: BigInt(value), expression, lineKeys: keys } },
  ];
  const large = [...projects.values()].filter((fen) => fen >= least).length;
  return {
    units: String(facts.budgetUnits),
    projects: count(projects.size, '项目个数'),
    amount: orNought(
      sumLines(lines, '项目支出', ({ kind }) => kind === 'project'),
      '项目支出',
    ),
    threshold: String(least / 1_000_000n),
    large: count(large, '预算金额达到门槛的项目个数'),
  };
}

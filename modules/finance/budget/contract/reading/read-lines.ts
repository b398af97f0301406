import { parseYuan } from '#kernel/money/fen.ts';

import { type BudgetLine, type CodeNames, Fund, Source, SpendingKind } from '../line.ts';

/** A row that cannot be a line, with what is wrong with it. */
export interface LineFault {
  /** As the file counts, the heading is 1. */
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

export const LINE_FIELDS = [
  'line_id',
  'year',
  'fund',
  'source',
  'kind',
  'func_code',
  'dep_econ_code',
  'gov_econ_code',
  'project_id',
  'part',
  'amount_yuan',
] as const;

type Raw = Readonly<Record<string, string | undefined>>;

/** Columns that a file of lines must have and these rows do not; none are missing where there are no rows. */
export function listMissingColumns(rows: readonly Raw[]): string[] {
  const [first] = rows;
  return first === undefined ? [] : LINE_FIELDS.filter((field) => !(field in first));
}

export interface LinesRead {
  readonly lines: readonly BudgetLine[];
  readonly faults: readonly LineFault[];
}

/** Which codes and which year the lines of a file must belong to. */
export interface LineCheck {
  readonly codes: CodeNames;
  readonly year: number;
  /** Codes of other years that this year has not, with the year that has them; a refusal then names it. */
  readonly elsewhere?: ReadonlyMap<string, number>;
}

/**
 * Rows of the exchange format as lines. Every fault of every row is told; when there is one, nothing is to be imported.
 * Refused are: amounts that are not yuan with two decimals, unknown codes and codes of another year, two rows for one
 * thing, totals, basic spending without its economic nature, project spending without its project.
 */
export function readLines(rows: readonly Raw[], check: LineCheck): LinesRead {
  const faults: LineFault[] = [];
  const lines: BudgetLine[] = [];
  const seen = new Map<string, number>();
  for (const [index, raw] of rows.entries()) {
    const row = index + 2;
    const own = checkRow(raw, row, check);
    const line = toLine(raw);
    if (own.length > 0 || line === undefined) {
      faults.push(...own);
      continue;
    }
    const same = [line.key, identityOf(line)]
      .map((id) => seen.get(id))
      .find((one) => one !== undefined);
    if (same === undefined) {
      seen.set(line.key, row);
      seen.set(identityOf(line), row);
      lines.push(line);
    } else
      faults.push({
        row,
        field: 'line_id',
        value: line.key,
        zh: `与第 ${same} 行重复（同一行号，或同一资金、科目、项目和分项）。`,
        en: `The same as row ${same}: one key, or one fund, code, project and part.`,
      });
  }
  return { lines, faults };
}

/** Two lines of the same fund, codes, project and part are one line entered twice. */
export function identityOf(line: BudgetLine): string {
  return [
    line.fund,
    line.source,
    line.kind,
    line.functionCode,
    line.economicCode,
    line.governmentCode,
    line.projectId,
    line.part,
  ].join('\u0001');
}

const fault = (raw: Raw, row: number, field: string, zh: string, en: string): LineFault => ({
  row,
  field,
  value: raw[field] ?? '',
  zh,
  en,
});

function checkRow(raw: Raw, row: number, check: LineCheck): LineFault[] {
  const { codes, year } = check;
  const faults: LineFault[] = [];
  const need = (field: string, holds: boolean, zh: string, en: string) => {
    if (!holds) faults.push(fault(raw, row, field, zh, en));
  };
  const text = (field: string) => raw[field] ?? '';
  const isTotal = /合计|总计|小计|total/i.test(
    `${text('line_id')} ${text('part')} ${text('func_code')}`,
  );
  need(
    'line_id',
    !isTotal,
    '合计行不导入：合计由系统计算。',
    'Totals are not imported; they are computed.',
  );
  need('line_id', text('line_id') !== '', '行号不能为空。', 'A line needs its key.');
  need(
    'amount_yuan',
    parseYuan(text('amount_yuan')).ok,
    '金额应为两位小数的元，例如 39311854.30。',
    'An amount is yuan with two decimals, for example 39311854.30.',
  );
  need('year', text('year') === String(year), `年度应为 ${year}。`, `The year must be ${year}.`);
  need('fund', Fund.safeParse(text('fund')).success, '资金性质不在登记中。', 'Not a known fund.');
  need(
    'source',
    Source.safeParse(text('source')).success,
    '资金来源不在登记中。',
    'Not a known source.',
  );
  need(
    'kind',
    SpendingKind.safeParse(text('kind')).success,
    '支出类别应为 basic 或 project。',
    'The kind is basic or project.',
  );
  need(
    'func_code',
    text('func_code').length === 7 && codes.function.has(text('func_code')),
    ...refuseCode(check, text('func_code'), {
      zh: `功能分类科目不在 ${year} 年的登记中（应为项级七位）。`,
      en: `Not an item of the functional codes of ${year}.`,
    }),
  );
  const economic = text('dep_econ_code');
  need(
    'dep_econ_code',
    economic === '' || (economic.length === 5 && codes.economic.has(economic)),
    ...refuseCode(check, economic, {
      zh: `部门经济分类科目不在 ${year} 年的登记中（应为款级五位）。`,
      en: `Not an item of the economic codes of ${year}.`,
    }),
  );
  if (text('kind') === 'basic')
    need(
      'dep_econ_code',
      economic !== '',
      '基本支出必须有部门经济分类。',
      'Basic spending needs its economic code.',
    );
  if (text('kind') === 'project')
    need(
      'project_id',
      text('project_id') !== '',
      '项目支出必须有项目。',
      'Project spending needs its project.',
    );
  return faults;
}

/** Why a code is refused: one that another year has is told with that year, since it was copied from there. */
function refuseCode(
  { year, elsewhere }: LineCheck,
  code: string,
  unknown: { readonly zh: string; readonly en: string },
): readonly [zh: string, en: string] {
  const other = elsewhere?.get(code);
  if (other === undefined) return [unknown.zh, unknown.en];
  return [
    `科目 ${code} 只在 ${other} 年的登记中，不在 ${year} 年的登记中，请改用 ${year} 年的科目。`,
    `The code ${code} is registered in ${other} and not in ${year}; use one of ${year}.`,
  ];
}

function toLine(raw: Raw): BudgetLine | undefined {
  const amount = parseYuan(raw['amount_yuan'] ?? '');
  const fund = Fund.safeParse(raw['fund']);
  const source = Source.safeParse(raw['source']);
  const kind = SpendingKind.safeParse(raw['kind']);
  if (!amount.ok || !fund.success || !source.success || !kind.success) return undefined;
  return {
    key: raw['line_id'] ?? '',
    fund: fund.data,
    source: source.data,
    kind: kind.data,
    functionCode: raw['func_code'] ?? '',
    economicCode: raw['dep_econ_code'] ?? '',
    governmentCode: raw['gov_econ_code'] ?? '',
    projectId: raw['project_id'] ?? '',
    part: raw['part'] ?? '',
    fen: amount.value,
    note: raw['provenance'] ?? '',
  };
}

const REGISTERS: Readonly<Record<string, keyof CodeNames>> = {
  支出功能分类: 'function',
  部门预算支出经济分类: 'economic',
};

/** The registers of codes out of `codes.csv`. */
export function readCodes(rows: readonly Raw[]): CodeNames {
  const codes = { function: new Map<string, string>(), economic: new Map<string, string>() };
  for (const raw of rows) {
    const register = REGISTERS[raw['register'] ?? ''];
    if (register !== undefined) codes[register].set(raw['code'] ?? '', raw['name'] ?? '');
  }
  return codes;
}

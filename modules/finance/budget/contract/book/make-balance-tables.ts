import type { BudgetLine } from '../line.ts';
import type { BudgetTemplate, TableCode } from '../template.ts';
import type { MadeCell, MadeRow, MadeTable } from './made.ts';
import { BLANK, textCell, toCell } from './make-function-tables.ts';
import { sumLines } from './sum-lines.ts';

type Takes = (line: BudgetLine) => boolean;

const isFiscal: Takes = (line) => line.source === 'fiscal';

/** T1: all revenue beside expenditure by class. */
export function makeBalanceTable(
  template: BudgetTemplate,
  lines: readonly BudgetLine[],
): MadeTable {
  const kinds: readonly Takes[] = [
    isFiscal,
    (line) => isFiscal(line) && line.fund === 'generalPublic',
    (line) => isFiscal(line) && line.fund === 'governmentFund',
    (line) => isFiscal(line) && line.fund === 'stateCapital',
    (line) => line.source === 'business',
    (line) => line.source === 'operating',
    (line) => line.source === 'other',
  ];
  const revenue = kinds.map((takes, index): MadeCell[] => {
    const label = template.revenue[index] ?? '';
    return [textCell(label), toCell(sumLines(lines, `Σ ${label}`, takes))];
  });
  const all = toCell(sumLines(lines, 'Σ 全部预算行'));
  return joinHalves(template, 'T1', revenue, [
    ...template.classes.map(({ label, code }) => ({
      key: code,
      cells: [
        textCell(label),
        toCell(sumLines(lines, `Σ ${code}`, (line) => line.functionCode.startsWith(code))),
      ],
    })),
    { key: 'total', cells: [textCell(template.expenditureTotal), all] },
  ]);
}

/** T4: what the treasury gives, by fund, beside expenditure by class and fund. */
export function makeFiscalTable(template: BudgetTemplate, every: readonly BudgetLine[]): MadeTable {
  const lines = every.filter(isFiscal);
  const funds: readonly Takes[] = [
    (line) => line.fund === 'generalPublic',
    (line) => line.fund === 'governmentFund',
    (line) => line.fund === 'stateCapital',
  ];
  const names = ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'];
  const columns: readonly Takes[] = [() => true, ...funds];
  const revenue = funds.map((takes, index): MadeCell[] => {
    const label = template.fiscalRevenue[index] ?? '';
    return [textCell(label), toCell(sumLines(lines, `Σ ${label}`, takes))];
  });
  const figures = (code: string): MadeCell[] =>
    columns.map((takes, index) =>
      toCell(
        sumLines(
          lines,
          `Σ ${code} ${names[index] ?? ''}`.trim(),
          (line) => takes(line) && line.functionCode.startsWith(code),
        ),
      ),
    );
  return joinHalves(template, 'T4', revenue, [
    ...template.classes.map(({ label, code }) => ({
      key: code,
      cells: [textCell(label), ...figures(code)],
    })),
    { key: 'total', cells: [textCell(template.expenditureTotal), ...figures('')] },
  ]);
}

/** Two lists side by side, the totals of both in the last row. */
function joinHalves(
  template: BudgetTemplate,
  code: TableCode,
  revenue: ReadonlyArray<readonly MadeCell[]>,
  expenditure: readonly MadeRow[],
): MadeTable {
  const total = expenditure.at(-1)?.cells[1] ?? BLANK;
  const rows = expenditure.map(({ key, cells }, index): MadeRow => {
    const isLast = index === expenditure.length - 1;
    const left = isLast
      ? [textCell(template.revenueTotal), total]
      : (revenue[index] ?? [BLANK, BLANK]);
    return { key, cells: [...left, ...cells] };
  });
  const { title, head } = template.tables[code];
  return { code, title, head, rows, note: null };
}

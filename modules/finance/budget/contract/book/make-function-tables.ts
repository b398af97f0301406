import { formatYuan } from '#kernel/money/fen.ts';

import type { BudgetLine, CodeNames } from '../line.ts';
import type { BudgetTemplate, TableCode } from '../template.ts';
import type { Figure, MadeCell, MadeRow, MadeTable } from './made.ts';
import { sumLines } from './sum-lines.ts';

/** A column of figures: which lines of a row it adds up. */
export interface Column {
  readonly name: string;
  readonly takes: (line: BudgetLine) => boolean;
}

const TOTAL: Column = { name: '合计', takes: () => true };

export const REVENUE_COLUMNS: readonly Column[] = [
  TOTAL,
  { name: '财政拨款收入', takes: (line) => line.source === 'fiscal' },
  { name: '事业收入', takes: (line) => line.source === 'business' },
  { name: '事业单位经营收入', takes: (line) => line.source === 'operating' },
  { name: '其他收入', takes: (line) => line.source === 'other' },
];

export const SPENDING_COLUMNS: readonly Column[] = [
  TOTAL,
  { name: '基本支出', takes: (line) => line.kind === 'basic' },
  { name: '项目支出', takes: (line) => line.kind === 'project' },
];

export function toCell(figure: Figure | null): MadeCell {
  return { text: figure === null ? '' : formatYuan(figure.fen), figure };
}

export const BLANK: MadeCell = { text: '', figure: null };

export function textCell(text: string): MadeCell {
  return { text, figure: null };
}

/** A table of functions: 类, 款 and 项 in the order of their codes, and 合计. */
export function makeFunctionTable(
  given: { readonly template: BudgetTemplate; readonly codes: CodeNames; readonly unit: string },
  code: TableCode,
  lines: readonly BudgetLine[],
  columns: readonly Column[],
): MadeTable {
  const { template, codes } = given;
  const used = new Set(
    lines.flatMap(({ functionCode: item }) => [item.slice(0, 3), item.slice(0, 5), item]),
  );
  const rows = [...used].toSorted().map((prefix): MadeRow => {
    const own = lines.filter((line) => line.functionCode.startsWith(prefix));
    return {
      key: prefix,
      cells: [
        textCell(prefix.slice(0, 3)),
        textCell(prefix.slice(3, 5)),
        textCell(prefix.slice(5, 7)),
        textCell(codes.function.get(prefix) ?? prefix),
        ...columns.map((column) =>
          toCell(sumLines(own, `Σ ${prefix} ${column.name}`, column.takes)),
        ),
      ],
    };
  });
  const total: MadeRow = {
    key: template.total,
    cells: [
      textCell(template.total),
      BLANK,
      BLANK,
      BLANK,
      ...columns.map((column) => toCell(sumLines(lines, `Σ ${column.name}`, column.takes))),
    ],
  };
  return {
    code,
    title: template.tables[code].title,
    head: template.tables[code].head,
    rows: [...rows, total],
    note: lines.length === 0 ? (template.tables[code].emptyNote ?? null) : null,
  };
}

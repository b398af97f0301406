import type { ReadRow, ReadTable } from '../reading/read-table.ts';
import { type ColumnName, TABLE_NAMES } from '../reading/table-shapes.ts';
import type { TableCode } from '../template.ts';
import { type Auditor, slackOf, sumPrinted } from './auditor.ts';
import { notTold, type TableLook, totalRow } from './table-look.ts';

type PlainTable = Exclude<TableCode, 'T1' | 'T4' | 'T9'>;

const DOWN: ReadonlyArray<readonly [string, readonly PlainTable[]]> = [
  ['A2', ['T2']],
  ['A3', ['T3']],
  ['A5', ['T5', 'T6', 'T7']],
  ['A8', ['T8']],
];

/** Rules A and B: each table for itself, downwards and across. */
export function checkInside(audit: Auditor, look: TableLook): void {
  checkBalanceTables(audit, look);
  for (const [rule, codes] of DOWN)
    for (const code of codes) {
      const table = look.table(code);
      if (table === undefined) audit.absent(rule, `没有读到${TABLE_NAMES[code]}`);
      else checkLevels(audit, look, rule, table);
    }
  checkAcross(audit, look);
  checkColumnsOfClasses(audit, look);
  checkThreePublic(audit, look);
}

/** Children of a code are those one level deeper that begin with it. */
function childrenOf(rows: readonly ReadRow[], parent: string): ReadRow[] {
  const under = rows.filter(({ key }) => key.startsWith(parent) && key.length > parent.length);
  const depth = Math.min(...under.map(({ key }) => key.length));
  return under.filter(({ key }) => key.length === depth);
}

function checkLevels(audit: Auditor, look: TableLook, rule: string, table: ReadTable): void {
  const coded = table.rows.filter(({ key }) => /^\d+$/.test(key));
  for (const column of table.columns) {
    const compare = (row: ReadRow, children: readonly ReadRow[]) => {
      const parts = children.map(({ values }) => values.get(column));
      const whole = row.values.get(column);
      const where = look.at(table.code, row, column);
      audit.money(rule, whole?.fen ?? 0n, sumPrinted(parts), where, slackOf([whole, ...parts]));
    };
    for (const row of coded) {
      const children = childrenOf(coded, row.key);
      if (children.length > 0) compare(row, children);
    }
    const total = totalRow(table);
    const tops = coded.filter(({ key }) => key.length === 3);
    const highest = tops.length > 0 ? tops : coded;
    if (total !== undefined) compare(total, highest);
  }
}

function checkBalanceTables(audit: Auditor, look: TableLook): void {
  for (const [rule, code] of [
    ['A1', 'T1'],
    ['A4', 'T4'],
  ] as const) {
    const table = look.table(code);
    if (table === undefined) {
      audit.absent(rule, `没有读到${TABLE_NAMES[code]}`);
      continue;
    }
    checkRevenue(audit, look, rule, table);
    const total = look.spendingTotal(code);
    const classes = table.rows.filter((row) => row !== total && !/总计|合计|结转/.test(row.name));
    for (const column of table.columns) {
      const parts = classes.map(({ values }) => values.get(column));
      const whole = total?.values.get(column);
      audit.money(
        rule,
        whole?.fen ?? 0n,
        sumPrinted(parts),
        look.at(code, total, column),
        slackOf([whole, ...parts]),
      );
    }
  }
}

function checkRevenue(audit: Auditor, look: TableLook, rule: string, table: ReadTable): void {
  const value = (row: ReadRow) => row.values.get('total');
  const tops = table.revenue.filter(({ name }) => /^[一二三四五六七八九十]+、/.test(name));
  const whole = look.revenueTotal(table.code === 'T1' ? 'T1' : 'T4');
  const parts = tops.map(value);
  audit.money(
    rule,
    whole?.values.get('total')?.fen ?? 0n,
    sumPrinted(parts),
    look.at(table.code, whole, 'total'),
    slackOf([whole?.values.get('total'), ...parts]),
  );
  const kinds = table.revenue.filter(({ name }) => /^\d+[、.]/.test(name));
  const first = tops[0];
  if (kinds.length === 0 || first === undefined) return;
  const own = kinds.map(value);
  const where = look.at(table.code, first, 'total');
  audit.money(
    rule,
    value(first)?.fen ?? 0n,
    sumPrinted(own),
    where,
    slackOf([value(first), ...own]),
  );
}

const ACROSS: ReadonlyArray<readonly [string, TableCode, readonly ColumnName[]]> = [
  ['B2', 'T2', ['fiscal', 'business', 'operating', 'other']],
  ['B3', 'T3', ['basic', 'project']],
  ['B4', 'T4', ['general', 'fund', 'capital']],
  ['B5', 'T5', ['basic', 'project']],
  ['B5', 'T6', ['basic', 'project']],
  ['B5', 'T7', ['basic', 'project']],
  ['B8', 'T8', ['personnel', 'public']],
];

function checkAcross(audit: Auditor, look: TableLook): void {
  for (const [rule, code, columns] of ACROSS) {
    const table = look.table(code);
    if (table === undefined) audit.absent(rule, `没有读到${TABLE_NAMES[code]}`);
    if (!look.isTold(code, ...columns)) {
      audit.absent(rule, notTold(code));
      continue;
    }
    for (const row of table?.rows ?? []) {
      const parts = columns.map((column) => row.values.get(column));
      const whole = row.values.get('total');
      if (whole === undefined && parts.every((part) => part === undefined)) continue;
      audit.money(
        rule,
        whole?.fen ?? 0n,
        sumPrinted(parts),
        look.at(code, row, 'total'),
        slackOf([whole, ...parts]),
      );
    }
  }
}

const COLUMN_OF_CLASS: Readonly<Record<string, ColumnName>> = {
  '301': 'personnel',
  '303': 'personnel',
  '302': 'public',
  '310': 'public',
};

function checkColumnsOfClasses(audit: Auditor, look: TableLook): void {
  const table = look.table('T8');
  if (table === undefined) audit.absent('B8c', '没有读到表8');
  for (const row of table?.rows ?? []) {
    const right = COLUMN_OF_CLASS[row.key.slice(0, 3)];
    if (right === undefined) continue;
    const wrong = right === 'personnel' ? 'public' : 'personnel';
    audit.money('B8c', row.values.get(wrong)?.fen ?? 0n, 0n, look.at('T8', row, wrong));
  }
}

function checkThreePublic(audit: Auditor, look: TableLook): void {
  const table = look.table('T9');
  const row = table?.rows.find(({ values }) => values.size > 0) ?? table?.rows[0];
  if (row === undefined) {
    audit.absent('B9', '没有读到表9');
    return;
  }
  const value = (column: ColumnName) => row.values.get(column);
  for (const [whole, parts] of [
    ['total', ['abroad', 'reception', 'vehicles']],
    ['vehicles', ['purchase', 'running']],
  ] as const) {
    const own = parts.map(value);
    audit.money(
      'B9',
      value(whole)?.fen ?? 0n,
      sumPrinted(own),
      look.at('T9', row, whole),
      slackOf([value(whole), ...own]),
    );
  }
}

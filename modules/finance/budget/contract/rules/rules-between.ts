import { toPlain } from '../reading/plain.ts';
import { type ReadRow, TOTAL_KEY } from '../reading/read-table.ts';
import { type ColumnName, TABLE_NAMES } from '../reading/table-shapes.ts';
import type { TableCode } from '../template.ts';
import type { Auditor } from './auditor.ts';
import { notTold, type TableLook } from './table-look.ts';

/** Rules C: one table against another. */
export function checkBetween(audit: Auditor, look: TableLook, isKnown: boolean): void {
  checkTotals(audit, look);
  checkClasses(audit, look);
  checkRows(audit, look);
  checkExpenses(audit, look, isKnown);
  checkNames(audit, look);
}

/** Says which of the tables is missing; true when all are there. */
function isReady(audit: Auditor, look: TableLook, rule: string, ...codes: TableCode[]): boolean {
  const missing = codes.filter((code) => !look.has(code));
  if (missing.length === 0) return true;
  audit.absent(rule, `没有读到${missing.map((code) => TABLE_NAMES[code]).join('、')}`);
  return false;
}

/** Whether a column of table 4 can be told from the others beside it; says so when not. */
function isColumnTold(audit: Auditor, look: TableLook, rule: string, column: ColumnName): boolean {
  const isTold = look.isTold('T4', column);
  if (!isTold) audit.absent(rule, notTold('T4'));
  return isTold;
}

const totalOf = (row: ReadRow | undefined, column: ColumnName = 'total'): bigint =>
  row?.values.get(column)?.fen ?? 0n;

function checkTotals(audit: Auditor, look: TableLook): void {
  const income1 = look.revenueTotal('T1');
  const spending1 = look.spendingTotal('T1');
  const income4 = look.revenueTotal('T4');
  const spending4 = look.spendingTotal('T4');
  const at1 = look.at('T1', spending1, 'total');
  if (isReady(audit, look, 'C01', 'T1'))
    audit.money('C01', totalOf(income1), totalOf(spending1), at1);
  if (isReady(audit, look, 'C02', 'T1', 'T2'))
    audit.money('C02', totalOf(income1), look.total('T2'), look.at('T1', income1, 'total'));
  if (isReady(audit, look, 'C03', 'T1', 'T3'))
    audit.money('C03', totalOf(spending1), look.total('T3'), at1);
  if (isReady(audit, look, 'C05', 'T1', 'T4')) {
    const fiscal = look.table('T1')?.revenue.find(({ name }) => name.startsWith('一、'));
    audit.money('C05', totalOf(fiscal), totalOf(income4), look.at('T1', fiscal, 'total'));
  }
  const at4 = look.at('T4', spending4, 'total');
  if (isReady(audit, look, 'C06', 'T4'))
    audit.money('C06', totalOf(income4), totalOf(spending4), at4);
  if (isReady(audit, look, 'C07', 'T4', 'T5') && isColumnTold(audit, look, 'C07', 'general'))
    audit.money(
      'C07',
      totalOf(spending4, 'general'),
      look.total('T5'),
      look.at('T4', spending4, 'general'),
    );
  for (const [column, code] of [
    ['fund', 'T6'],
    ['capital', 'T7'],
  ] as const)
    if (isReady(audit, look, 'C09', 'T4', code) && isColumnTold(audit, look, 'C09', column))
      audit.money(
        'C09',
        totalOf(spending4, column),
        look.total(code),
        look.at('T4', spending4, column),
      );
}

function checkClasses(audit: Auditor, look: TableLook): void {
  for (const [rule, left, column, right] of [
    ['C04', 'T1', 'total', 'T3'],
    ['C08', 'T4', 'general', 'T5'],
  ] as const) {
    if (!isReady(audit, look, rule, left, right)) continue;
    if (left === 'T4' && !isColumnTold(audit, look, rule, column)) continue;
    const classes = (look.table(right)?.rows ?? []).filter(({ key }) => key.length === 3);
    const own = (look.table(left)?.rows ?? []).filter(({ name }) => !/总计|合计|结转/.test(name));
    for (const row of own) {
      const other = classes.find(({ name }) => toPlain(name) === row.key);
      audit.money(rule, totalOf(row, column), totalOf(other), look.at(left, row, column));
    }
    for (const row of classes)
      if (!own.some(({ key }) => key === toPlain(row.name)))
        audit.money(rule, 0n, totalOf(row), look.at(right, row, 'total'));
  }
}

function checkRows(audit: Auditor, look: TableLook): void {
  if (isReady(audit, look, 'C11', 'T2', 'T3'))
    for (const key of keysOf(look, 'T2', 'T3'))
      audit.money(
        'C11',
        look.fen('T2', key, 'total'),
        look.fen('T3', key, 'total'),
        look.at('T2', look.row('T2', key) ?? look.row('T3', key), 'total'),
      );
  if (!isReady(audit, look, 'C10', 'T2', 'T3', 'T5', 'T6', 'T7')) return;
  const isAllFiscal = look.total('T2') === look.total('T2', 'fiscal');
  if (!isAllFiscal) {
    audit.absent('C10', '有财政拨款以外的收入，表3不等于表5至表7之和');
    return;
  }
  for (const key of keysOf(look, 'T3', 'T5', 'T6', 'T7'))
    for (const column of ['total', 'basic', 'project'] as const) {
      const funds = (['T5', 'T6', 'T7'] as const).map((code) => look.fen(code, key, column));
      audit.money(
        'C10',
        look.fen('T3', key, column),
        funds.reduce((sum, fen) => sum + fen, 0n),
        look.at('T3', look.row('T3', key) ?? look.row('T5', key), column),
      );
    }
}

function keysOf(look: TableLook, ...codes: TableCode[]): string[] {
  const keys = codes.flatMap((code) => (look.table(code)?.rows ?? []).map(({ key }) => key));
  return [...new Set(keys)].filter((key) => key !== '');
}

/**
 * Table 9 holds what projects spend too and table 8 only basic spending, so of a department that nothing is known of it is
 * asked no more than that table 9 is not smaller.
 */
function checkExpenses(audit: Auditor, look: TableLook, isKnown: boolean): void {
  if (isReady(audit, look, 'C12', 'T5', 'T8'))
    audit.money(
      'C12',
      look.total('T5', 'basic'),
      look.total('T8'),
      look.at('T8', look.row('T8', TOTAL_KEY), 'total'),
    );
  const row = look.table('T9')?.rows.find(({ values }) => values.size > 0);
  for (const [rule, column, item] of [
    ['C13', 'reception', '30217'],
    ['C14', 'abroad', '30212'],
    ['C14', 'running', '30231'],
  ] as const) {
    if (!isReady(audit, look, rule, 'T8', 'T9')) continue;
    const where = look.at('T9', row, column);
    const item8 = look.fen('T8', item, 'total');
    if (isKnown) audit.money(rule, totalOf(row, column), item8, where);
    else audit.atMost(rule, item8, totalOf(row, column), where);
  }
}

function checkNames(audit: Auditor, look: TableLook): void {
  const names = new Map<string, { name: string; code: TableCode }>();
  let isAny = false;
  for (const code of ['T2', 'T3', 'T5', 'T6', 'T7'] as const)
    for (const row of look.table(code)?.rows ?? []) {
      if (row.key === TOTAL_KEY || row.key === '') continue;
      isAny = true;
      const first = names.get(row.key);
      if (first === undefined) names.set(row.key, { name: row.name, code });
      else
        audit.text(
          'C15',
          row.name,
          first.name,
          toPlain(row.name) === toPlain(first.name),
          look.at(code, row),
        );
    }
  if (!isAny) audit.absent('C15', '没有读到功能分类的表');
}

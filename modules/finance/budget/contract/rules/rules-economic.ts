import { divideHalfUp, WHOLE } from '#kernel/money/percent.ts';

import type { BudgetProfile } from '../profile.ts';
import { TOTAL_KEY } from '../reading/read-table.ts';
import type { Auditor } from './auditor.ts';
import type { TableLook } from './table-look.ts';

const SAME: ReadonlyArray<readonly [string, readonly string[], string]> = [
  ['D01', ['2080505'], '30108'],
  ['D02', ['2080506'], '30109'],
  ['D03', ['2101101', '2101102'], '30110'],
  ['D04', ['2210201'], '30113'],
];

/** Rules D: spending by function against spending by nature. Those of rates hold for departments whose rates are known. */
export function checkEconomic(
  audit: Auditor,
  look: TableLook,
  profile: BudgetProfile | undefined,
): void {
  const rest = ['D05', 'D06', 'D07', 'D08', 'D09', 'D10', 'D11', 'D12', 'D13'];
  if (!look.has('T3', 'T8')) {
    for (const rule of ['D01', 'D02', 'D03', 'D04', ...rest])
      audit.absent(rule, '没有读到表3或表8');
    return;
  }
  for (const [rule, functions, item] of SAME) {
    const left = functions.reduce((sum, key) => sum + look.fen('T3', key, 'basic'), 0n);
    const row = functions.map((key) => look.row('T3', key)).find((one) => one !== undefined);
    const right = look.fen('T8', item, 'total');
    if (left === 0n && right === 0n) audit.absent(rule, '没有该科目的支出');
    else
      audit.money(
        rule,
        left,
        right,
        row === undefined
          ? look.at('T8', look.row('T8', item), 'total')
          : look.at('T3', row, 'basic'),
      );
  }
  if (profile === undefined) {
    for (const rule of rest)
      audit.absent(rule, '该部门、该年度的缴费比例和科目对应关系没有登记，不作判断');
    return;
  }
  checkFunctions(audit, look, profile);
  checkRates(audit, look, profile);
}

function checkFunctions(audit: Auditor, look: TableLook, profile: BudgetProfile): void {
  const { retired, mainFunction, otherFunctions, supportFunction } = profile;
  const item = (key: string) => look.fen('T8', key, 'total');
  const retiredRow = look.row('T3', retired.function);
  const welfare = look.fen('T3', retired.function, 'basic') - item(retired.item);
  audit.money(
    'D05',
    welfare * BigInt(retired.share),
    item(retired.welfareItem),
    look.at('T3', retiredRow, 'basic'),
  );
  const main = look.fen('T3', mainFunction, 'basic');
  const at = look.at('T3', look.row('T3', mainFunction), 'basic');
  const others = otherFunctions.reduce((sum, key) => sum + look.fen('T3', key, 'basic'), 0n);
  audit.money('D06', main, look.fen('T8', TOTAL_KEY, 'total') - others, at);
  const insured = ['30108', '30109', '30110', '30113'].reduce((sum, key) => sum + item(key), 0n);
  const rebuilt =
    item('301') -
    insured +
    item('302') -
    welfare -
    look.fen('T3', supportFunction, 'basic') +
    item('310');
  audit.money('D07', main, rebuilt, at);
}

function checkRates(audit: Auditor, look: TableLook, profile: BudgetProfile): void {
  const base = profile.ratedItems.reduce((sum, key) => sum + look.fen('T8', key, 'total'), 0n);
  for (const { rule, item, rate, cut = false } of profile.rates) {
    const product = base * BigInt(rate);
    const expected = cut ? product / WHOLE : divideHalfUp(product, WHOLE);
    const row = look.row('T8', item);
    audit.money(rule, look.fen('T8', item, 'total'), expected, look.at('T8', row, 'total'));
  }
}

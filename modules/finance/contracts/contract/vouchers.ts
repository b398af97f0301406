import type { Fen } from '#kernel/money/fen.ts';

import type { MovementKind } from './ledger.ts';

/** 财务会计 keeps accruals, 预算会计 cash: what is owed stands in the first alone, what is paid in both (平行记账). */
export type AccountingSystem = 'financial' | 'budgetary';

/** One line of a draft entry. */
export interface DraftEntry {
  readonly system: AccountingSystem;
  readonly side: 'debit' | 'credit';
  /** By the chart of accounts of 政府会计制度, in Chinese: it is copied into Chinese books. */
  readonly account: string;
  readonly amountFen: Fen;
}

/** What the books have to know of a movement. */
export interface BookedMovement {
  readonly kind: MovementKind;
  readonly isReversal: boolean;
  readonly amountFen: Fen;
  /** Empty for basic expenditure. */
  readonly projectCode: string;
  /** 部门预算支出经济分类. */
  readonly econCode: string;
}

const CAPITAL = '310';

/**
 * The entries that a movement asks of the unit's books, as drafts: a settlement is owed to the supplier, a payment is made by
 * the treasury. A reversal is the same entry in red, with its amounts below zero. Other movements concern control alone.
 */
export function draftEntries(movement: BookedMovement): DraftEntry[] {
  const amountFen = movement.isReversal ? -movement.amountFen : movement.amountFen;
  const pair = (system: AccountingSystem, debit: string, credit: string): DraftEntry[] => [
    { system, side: 'debit', account: debit, amountFen },
    { system, side: 'credit', account: credit, amountFen },
  ];
  if (movement.kind === 'settle') return pair('financial', costOf(movement), '应付账款');
  if (movement.kind !== 'pay') return [];
  return [
    ...pair('financial', '应付账款', '财政拨款收入'),
    ...pair('budgetary', spendingOf(movement), '财政拨款预算收入'),
  ];
}

function costOf({ projectCode, econCode }: BookedMovement): string {
  if (econCode.startsWith(CAPITAL)) return '固定资产';
  return projectCode === '' ? '单位管理费用' : '业务活动费用';
}

function spendingOf({ projectCode }: BookedMovement): string {
  return `事业支出—财政拨款支出—${projectCode === '' ? '基本支出' : '项目支出'}`;
}

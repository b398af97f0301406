import type { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { type Overdue, overdueWords, toFen } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { listOverdue } from './list-overdue.ts';
import { toChoices, writeSheet } from './sheets.ts';

const columns = defineSheetColumns([
  {
    type: 'choice',
    key: 'kind',
    heading: { 'zh-CN': '逾期类别', en: 'Kind' },
    choices: toChoices(overdueWords),
  },
  { type: 'code', key: 'contractNumber', heading: { 'zh-CN': '合同编号', en: 'Contract number' } },
  {
    type: 'text',
    key: 'contractName',
    heading: { 'zh-CN': '合同名称', en: 'Contract' },
    width: 36,
  },
  { type: 'text', key: 'what', heading: { 'zh-CN': '内容', en: 'What' } },
  { type: 'text', key: 'supplier', heading: { 'zh-CN': '供应商', en: 'Supplier' }, width: 28 },
  { type: 'money', key: 'amount', heading: { 'zh-CN': '欠付（元）', en: 'Owed, yuan' } },
  { type: 'date', key: 'dueOn', heading: { 'zh-CN': '期限', en: 'Due on' } },
  { type: 'integer', key: 'daysLate', heading: { 'zh-CN': '逾期天数', en: 'Days late' } },
]);

/** What is late on a day; who may see it is asked by the list itself. */
export async function exportOverdue(
  deps: ContractsDeps,
  actor: Actor,
  asked: Day | undefined,
  locale: Locale,
): Promise<Readable> {
  const { onDay, items } = await listOverdue(deps, actor, asked);
  const title = { 'zh-CN': `逾期事项 ${onDay}`, en: `Overdue ${onDay}` };
  const sheet = { list: 'overdue', title, rows: items.length, locale };
  return writeSheet(deps, actor, sheet, columns, items.map(toSheetRow));
}

const toSheetRow = (one: Overdue) => ({
  kind: one.kind,
  contractNumber: one.contractNumber,
  contractName: one.contractName,
  what: one.what,
  supplier: one.supplier,
  amount: one.amount === null ? null : toFen(one.amount),
  dueOn: one.dueOn,
  daysLate: one.daysLate,
});

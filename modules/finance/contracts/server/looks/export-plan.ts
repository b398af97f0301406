import type { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { categoryWords, type ItemShown, methodWords, toFen } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { getProcurementPlan } from './get-plan.ts';
import { toChoices, writeSheet } from './sheets.ts';

const columns = defineSheetColumns([
  { type: 'code', key: 'number', heading: { 'zh-CN': '采购编号', en: 'Number' } },
  { type: 'text', key: 'name', heading: { 'zh-CN': '采购项目', en: 'Item' }, width: 36 },
  { type: 'text', key: 'line', heading: { 'zh-CN': '预算行', en: 'Line' }, width: 36 },
  {
    type: 'choice',
    key: 'category',
    heading: { 'zh-CN': '类别', en: 'Category' },
    choices: toChoices(categoryWords),
  },
  { type: 'code', key: 'catalogueCode', heading: { 'zh-CN': '品目编码', en: 'Catalogue code' } },
  {
    type: 'choice',
    key: 'method',
    heading: { 'zh-CN': '采购方式', en: 'Method' },
    choices: toChoices(methodWords),
  },
  { type: 'money', key: 'amount', heading: { 'zh-CN': '采购预算（元）', en: 'Budget, yuan' } },
  { type: 'money', key: 'awarded', heading: { 'zh-CN': '已签约（元）', en: 'Awarded, yuan' } },
  { type: 'money', key: 'sme', heading: { 'zh-CN': '预留中小企业（元）', en: 'Set aside, yuan' } },
  {
    type: 'money',
    key: 'smallMicro',
    heading: { 'zh-CN': '其中小微企业（元）', en: 'Of that small and micro, yuan' },
  },
  { type: 'date', key: 'intentOn', heading: { 'zh-CN': '意向公开日期', en: 'Intent published' } },
]);

/** The procurement items of a year; who may see them is asked by the list itself. */
export async function exportPlan(
  deps: ContractsDeps,
  actor: Actor,
  asked: number | undefined,
  locale: Locale,
): Promise<Readable> {
  const { year, items } = await getProcurementPlan(deps, actor, asked);
  const title = { 'zh-CN': `${year}年采购计划`, en: `Procurement plan ${year}` };
  const sheet = { list: 'procurement-plan', title, rows: items.length, locale };
  return writeSheet(deps, actor, sheet, columns, items.map(toSheetRow));
}

const toSheetRow = (item: ItemShown) => ({
  number: item.number,
  name: item.name,
  line: item.line,
  category: item.category,
  catalogueCode: item.catalogueCode,
  method: item.method,
  amount: toFen(item.amount),
  awarded: toFen(item.awarded),
  sme: toFen(item.sme),
  smallMicro: toFen(item.smallMicro),
  intentOn: item.intentOn,
});

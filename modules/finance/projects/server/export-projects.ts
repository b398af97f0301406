import { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Locale } from '#kernel/problems/contract.ts';
import { limitOf } from '#modules/finance/contracts/contract.ts';

import { events, permissions, type ProjectFilter, type ProjectSort } from '../contract.ts';
import type { ProjectsDeps } from './deps.ts';
import { chooseProjects, type Loaded, loadYear } from './load-year.ts';

const columns = defineSheetColumns([
  { type: 'code', key: 'code', heading: { 'zh-CN': '项目编号', en: 'Code' } },
  { type: 'text', key: 'name', heading: { 'zh-CN': '项目名称', en: 'Project' } },
  { type: 'text', key: 'office', heading: { 'zh-CN': '归口科室', en: 'Office' } },
  { type: 'money', key: 'limit', heading: { 'zh-CN': '预算', en: 'Budget' } },
  { type: 'money', key: 'available', heading: { 'zh-CN': '可用', en: 'Available' } },
  { type: 'money', key: 'reserved', heading: { 'zh-CN': '已预留', en: 'Reserved' } },
  { type: 'money', key: 'committed', heading: { 'zh-CN': '已签约', en: 'Committed' } },
  { type: 'money', key: 'due', heading: { 'zh-CN': '应付', en: 'Due' } },
  { type: 'money', key: 'paid', heading: { 'zh-CN': '已付', en: 'Paid' } },
  { type: 'text', key: 'progress', heading: { 'zh-CN': '支付进度', en: 'Paid share' } },
  { type: 'integer', key: 'contracts', heading: { 'zh-CN': '合同数', en: 'Contracts' } },
  { type: 'integer', key: 'overdue', heading: { 'zh-CN': '逾期', en: 'Overdue' } },
  { type: 'text', key: 'exhaustedOn', heading: { 'zh-CN': '预计用尽', en: 'Used up on' } },
]);

/** The list as a sheet. Recorded. */
export async function exportProjects(
  deps: ProjectsDeps,
  actor: Actor,
  query: ProjectFilter & { readonly search?: string | undefined; readonly sort: ProjectSort },
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.view.name);
  const { year, projects } = await loadYear(deps, deps.database.db, actor.centreId, query.year);
  const rows = chooseProjects(projects, query);
  await deps.database.transaction(async (tx) =>
    tell(tx, deps.clock, actor, events.exported, {
      subject: { kind: 'projects.list', id: String(year) },
      payload: { year, rows: rows.length },
    }),
  );
  const sheetName = locale === 'en' ? `Projects ${year}` : `${year}年度项目`;
  return Readable.from(streamXlsx(rows.map(toSheetRow), columns, { locale, sheetName }));
}

function toSheetRow({ row, figures }: Loaded) {
  const { available, reserved, committed, due, paid } = figures.buckets;
  return {
    code: row.code,
    name: row.name,
    office: row.office,
    limit: limitOf(figures),
    available,
    reserved,
    committed,
    due,
    paid,
    progress: row.figures.progress,
    contracts: row.contracts,
    overdue: row.overdue,
    exhaustedOn: row.forecasts.flatMap((one) => one.exhaustedOn ?? []).join(' '),
  };
}

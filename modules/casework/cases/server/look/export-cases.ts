import { Readable } from 'node:stream';

import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import type { SheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamCsv } from '#kernel/documents/sheets/write-csv.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { type CaseFilter, outcomeWords, permissions, stateWords } from '../../contract.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import { placesOf } from '../places.ts';
import { isByDue, listCases, type ListFilter } from '../repository-list.ts';
import type { CaseRow } from '../tables.ts';
import { toListFilter } from './list-cases.ts';

const PAGE = 1_000;

const COLUMNS = [
  { type: 'code', key: 'caseNo', heading: { 'zh-CN': '办件编号', en: 'Case number' } },
  { type: 'text', key: 'matter', heading: { 'zh-CN': '事项', en: 'Matter' } },
  { type: 'text', key: 'item', heading: { 'zh-CN': '业务办理项', en: 'Item' } },
  { type: 'text', key: 'department', heading: { 'zh-CN': '部门', en: 'Department' } },
  { type: 'text', key: 'state', heading: { 'zh-CN': '状态', en: 'State' } },
  { type: 'text', key: 'outcome', heading: { 'zh-CN': '办结结果', en: 'Outcome' } },
  { type: 'code', key: 'channel', heading: { 'zh-CN': '来源', en: 'Channel' } },
  { type: 'datetime', key: 'submittedAt', heading: { 'zh-CN': '申请时间', en: 'Submitted' } },
  { type: 'date', key: 'acceptedOn', heading: { 'zh-CN': '受理日期', en: 'Accepted' } },
  { type: 'date', key: 'promisedDueOn', heading: { 'zh-CN': '承诺期限', en: 'Promised' } },
  { type: 'date', key: 'statutoryDueOn', heading: { 'zh-CN': '法定期限', en: 'Statutory' } },
  { type: 'date', key: 'decidedOn', heading: { 'zh-CN': '决定日期', en: 'Decided' } },
  { type: 'text', key: 'handler', heading: { 'zh-CN': '经办人', en: 'Handler' } },
  { type: 'code', key: 'light', heading: { 'zh-CN': '亮灯', en: 'Light' } },
] as const satisfies SheetColumns;

/** The list as CSV, page by page in constant memory. Nobody’s name is in it; the export is recorded first. */
export async function exportCases(
  deps: CasesDeps,
  actor: Actor,
  filter: CaseFilter,
  locale: Locale,
): Promise<Readable> {
  const reach = reachOf(actor, permissions.export.name);
  const { centreId } = actor;
  const { today } = await loadCounting(deps, deps.database.db, centreId);
  await deps.database.transaction(async (tx) =>
    recordLook(tx, deps.clock, actor, {
      act: permissions.export.name,
      subject: { kind: 'cases.list', id: filter.list },
      fields: Object.keys(filter),
    }),
  );
  const asked = toListFilter(filter, reach, actor, today);
  return Readable.from(streamCsv(readRows(deps, centreId, asked, locale), COLUMNS, { locale }), {
    objectMode: false,
  });
}

async function* readRows(deps: CasesDeps, centreId: number, filter: ListFilter, locale: Locale) {
  const { db } = deps.database;
  const { departments } = await placesOf(deps).directory(db, centreId);
  let cursor: readonly string[] | undefined;
  for (;;) {
    const rows = await listCases(db, centreId, filter, { limit: PAGE, cursor });
    const shown = rows.slice(0, PAGE);
    for (const row of shown) {
      const department = departments.byId.get(row.department_id ?? '');
      yield toSheetRow(
        row,
        (locale === 'en' ? department?.nameEn : department?.nameZh) ?? '',
        locale,
      );
    }
    const last = shown.at(-1);
    if (last === undefined || rows.length <= PAGE) return;
    cursor = isByDue(filter) ? [last.due_on, last.case_id] : [last.case_id];
  }
}

function toSheetRow(row: CaseRow, department: string, locale: Locale) {
  const { body } = row;
  const inWords = (text: { zh: string; en?: string | undefined }) =>
    locale === 'en' ? (text.en ?? text.zh) : text.zh;
  return {
    caseNo: row.case_no,
    matter: inWords(body.matterName),
    item: inWords(body.itemName),
    department,
    state: stateWords[row.state][locale],
    outcome: body.outcome === null ? '' : outcomeWords[body.outcome][locale],
    channel: row.channel,
    submittedAt: row.submitted_at,
    acceptedOn: body.facts.acceptedOn,
    promisedDueOn: row.promised_due_on,
    statutoryDueOn: row.statutory_due_on,
    decidedOn: body.facts.decidedOn,
    handler: body.handler?.name ?? '',
    light: row.light,
  };
}

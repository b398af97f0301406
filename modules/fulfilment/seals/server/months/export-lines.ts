import { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { events } from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import { loadLines } from './look.ts';

const columns = defineSheetColumns([
  { type: 'code', key: 'setNumber', heading: { 'zh-CN': '编号', en: 'Set' } },
  { type: 'text', key: 'firmName', heading: { 'zh-CN': '企业', en: 'Firm' } },
  { type: 'code', key: 'uscc', heading: { 'zh-CN': '统一社会信用代码', en: 'Credit code' } },
  { type: 'code', key: 'caseNo', heading: { 'zh-CN': '办件编号', en: 'Case' } },
  { type: 'text', key: 'makerName', heading: { 'zh-CN': '刻章单位', en: 'Maker' } },
  { type: 'date', key: 'signedOn', heading: { 'zh-CN': '签收日期', en: 'Signed on' } },
  { type: 'code', key: 'amount', heading: { 'zh-CN': '金额（元）', en: 'Amount (yuan)' } },
  { type: 'text', key: 'state', heading: { 'zh-CN': '争议', en: 'Dispute' } },
]);

const STATES = {
  none: { 'zh-CN': '无', en: 'none' },
  disputed: { 'zh-CN': '争议中', en: 'disputed' },
  dropped: { 'zh-CN': '剔除', en: 'dropped' },
  kept: { 'zh-CN': '维持', en: 'kept' },
} as const;

/** The lines of a month as a sheet: what the makers and the auditors sign. Recorded. */
export async function exportLines(
  deps: SealsDeps,
  actor: Actor,
  month: string,
  locale: Locale,
): Promise<Readable> {
  const lines = await loadLines(deps, actor, month);
  await deps.database.transaction(async (tx) =>
    tell(tx, deps.clock, actor, events.exported, {
      subject: { kind: 'seals.month', id: month },
      payload: { rows: lines.length },
    }),
  );
  const rows = lines.map((line) => ({ ...line, state: STATES[line.dispute][locale] }));
  return Readable.from(streamXlsx(rows, columns, { locale, sheetName: month }));
}

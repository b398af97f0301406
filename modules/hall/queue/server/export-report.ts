import { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { permissions, type ReportLine, type ReportQuery } from '../contract.ts';
import type { QueueDeps } from './deps.ts';
import { showReport } from './show-report.ts';

const columns = defineSheetColumns([
  { type: 'text', key: 'name', heading: { 'zh-CN': '项目', en: 'Item' } },
  { type: 'integer', key: 'issued', heading: { 'zh-CN': '取号数', en: 'Issued' } },
  { type: 'integer', key: 'served', heading: { 'zh-CN': '办结数', en: 'Served' } },
  { type: 'integer', key: 'abandoned', heading: { 'zh-CN': '弃号过号数', en: 'Abandoned' } },
  { type: 'number', key: 'abandonRate', heading: { 'zh-CN': '弃号率（%）', en: 'Abandoned (%)' } },
  {
    type: 'number',
    key: 'meanWait',
    heading: { 'zh-CN': '平均等候（分钟）', en: 'Mean wait (min)' },
  },
  {
    type: 'number',
    key: 'p50Wait',
    heading: { 'zh-CN': '等候中位数（分钟）', en: 'Median wait (min)' },
  },
  {
    type: 'number',
    key: 'p90Wait',
    heading: { 'zh-CN': '等候九成（分钟）', en: 'P90 wait (min)' },
  },
  {
    type: 'number',
    key: 'meanServe',
    heading: { 'zh-CN': '平均办理（分钟）', en: 'Mean service (min)' },
  },
  {
    type: 'number',
    key: 'p90Serve',
    heading: { 'zh-CN': '办理九成（分钟）', en: 'P90 service (min)' },
  },
  { type: 'number', key: 'within', heading: { 'zh-CN': '达标率（%）', en: 'Within target (%)' } },
  {
    type: 'number',
    key: 'utilisation',
    heading: { 'zh-CN': '利用率（%）', en: 'Utilisation (%)' },
  },
  { type: 'integer', key: 'received', heading: { 'zh-CN': '收件数', en: 'Cases received' } },
  { type: 'integer', key: 'accepted', heading: { 'zh-CN': '受理数', en: 'Cases accepted' } },
  { type: 'integer', key: 'decided', heading: { 'zh-CN': '作出决定数', en: 'Cases decided' } },
  { type: 'number', key: 'inTime', heading: { 'zh-CN': '按期决定率（%）', en: 'In time (%)' } },
]);

const isNumber = (text: string) => /^\d+$/.test(text);
const minutes = (seconds: number | null) =>
  seconds === null ? null : Math.round(seconds / 6) / 10;
const percent = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 10);

/** The same as a spreadsheet, with the total as its last line. The export is recorded first. */
export async function exportReport(
  deps: QueueDeps,
  actor: Actor,
  query: ReportQuery,
  locale: Locale,
): Promise<Readable> {
  const report = await showReport(deps, actor, query);
  await deps.database.transaction(async (tx) =>
    recordLook(tx, deps.clock, actor, {
      act: permissions.report.name,
      subject: { kind: 'queue.report', id: `${query.by}/${query.from}/${query.to}` },
      fields: [query.by],
    }),
  );
  const isEnglish = locale === 'en';
  const toRow = (line: ReportLine, name: string) => ({
    name,
    issued: line.issued,
    served: line.served,
    abandoned: line.abandoned,
    abandonRate: percent(line.abandonRate),
    meanWait: minutes(line.meanWaitSeconds),
    p50Wait: minutes(line.p50WaitSeconds),
    p90Wait: minutes(line.p90WaitSeconds),
    meanServe: minutes(line.meanServeSeconds),
    p90Serve: minutes(line.p90ServeSeconds),
    within: percent(line.withinTarget),
    utilisation: percent(line.utilisation),
    received: line.casesReceived,
    accepted: line.casesAccepted,
    decided: line.casesDecided,
    inTime: percent(line.casesInTime),
  });
  const nameOf = ({ nameZh, nameEn }: ReportLine) => {
    if (!isNumber(nameZh) || query.by !== 'window') return isEnglish ? nameEn : nameZh;
    return isEnglish ? `Window ${nameZh}` : `${nameZh} 号窗口`;
  };
  const rows = [
    ...report.items.map((line) => toRow(line, nameOf(line))),
    toRow(report.total, isEnglish ? 'Total' : '合计'),
  ];
  const sheetName = isEnglish ? 'Hall' : '大厅报表';
  return Readable.from(streamXlsx(rows, columns, { locale, sheetName }));
}

import { Readable } from 'node:stream';

import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { permissions, type ReportLine, type ReportQuery } from '../contract.ts';
import type { QueueDeps } from './deps.ts';
import * as look from './repository-look.ts';
import { readSettings } from './settings.ts';

const rounded = (value: number | null) => (value === null ? null : Math.round(value));
const share = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;

function toLine(row: look.ReportRow, open: number | undefined): ReportLine {
  return {
    key: row.key,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    issued: row.issued,
    served: row.served,
    abandoned: row.abandoned,
    abandonRate: share(row.abandoned, row.issued),
    meanWaitSeconds: rounded(row.mean_wait),
    p50WaitSeconds: rounded(row.p50_wait),
    p90WaitSeconds: rounded(row.p90_wait),
    meanServeSeconds: rounded(row.mean_serve),
    p90ServeSeconds: rounded(row.p90_serve),
    utilisation: open === undefined ? null : share(row.served_seconds, open),
    withinTarget: row.within_target === null ? null : Math.round(row.within_target * 1000) / 1000,
  };
}

const NO_VISITS: look.ReportRow = {
  key: '',
  name_zh: '',
  name_en: '',
  issued: 0,
  served: 0,
  abandoned: 0,
  mean_wait: null,
  p50_wait: null,
  p90_wait: null,
  mean_serve: null,
  p90_serve: null,
  within_target: null,
  served_seconds: 0,
};

/** Measures of a time by day, hour, window, clerk, business or matter. Today’s are at most five minutes old. */
export async function showReport(deps: QueueDeps, actor: Actor, query: ReportQuery) {
  const reach = reachOf(actor, permissions.report.name);
  const { db } = deps.database;
  const { targetMinutes } = await readSettings(db, actor.centreId);
  const of = {
    from: query.from,
    to: query.to,
    siteId: query.siteId,
    onlySiteIds: reach.everything ? undefined : reach.siteIds,
    targetSeconds: targetMinutes * 60,
  };
  const { by } = query;
  const isOpenKnown = by === 'window' || by === 'clerk' || by === 'day';
  const [rows, total, open, openTotal] = await Promise.all([
    look.readReport(db, actor.centreId, of, by),
    look.readReport(db, actor.centreId, of, 'total'),
    isOpenKnown ? look.readOpenTime(db, actor.centreId, of, by) : [],
    look.readOpenTime(db, actor.centreId, of, 'total'),
  ]);
  const openOf = new Map(open.map((row) => [row.key, row.open_seconds]));
  return {
    items: rows.map((row) => toLine(row, openOf.get(row.key))),
    total: toLine(total[0] ?? NO_VISITS, openTotal[0]?.open_seconds),
    targetMinutes,
  };
}

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
]);

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
  });
  const rows = [
    ...report.items.map((line) => toRow(line, isEnglish ? line.nameEn : line.nameZh)),
    toRow(report.total, isEnglish ? 'Total' : '合计'),
  ];
  const sheetName = isEnglish ? 'Hall' : '大厅报表';
  return Readable.from(streamXlsx(rows, columns, { locale, sheetName }));
}

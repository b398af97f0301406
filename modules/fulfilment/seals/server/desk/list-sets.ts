import { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import { startOfLocalDay } from '#kernel/clock/local-day.ts';
import { type Cursor, readCursor, toPage } from '#kernel/db/keyset.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import { tell } from '#kernel/events/tell.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import {
  events,
  type Figures,
  permissions,
  type SetFilter,
  SetState,
  stateWords,
} from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import * as repository from '../repository-list.ts';
import { type Around, loadAround, toSet } from '../view.ts';

/** A page of sets, the newest first; the total counts by the same rules. */
export async function listSets(
  deps: SealsDeps,
  actor: Actor,
  { limit, cursor, ...filter }: PageQuery & SetFilter,
) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const around = await loadAround(deps, db, actor.centreId);
  const page = { limit, cursor: readCursor(cursor), day: around.day };
  const [rows, total] = await Promise.all([
    repository.listSets(db, actor.centreId, filter, page),
    repository.countSets(db, actor.centreId, filter, around.day),
  ]);
  const shown = toPage(
    rows,
    limit,
    (row) => toSet(row, around),
    (row) => [row.created_at.toISOString(), row.set_id],
  );
  return { ...shown, total };
}

/** Of some days: how many were signed and how long they took; and where all sets stand now. */
export async function getFigures(
  deps: SealsDeps,
  actor: Actor,
  span: { readonly from: Day; readonly to: Day },
): Promise<Figures> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const { day } = await loadAround(deps, db, actor.centreId);
  const [byState, signed, remakes] = await Promise.all([
    repository.countByState(db, actor.centreId),
    repository.countSigned(db, actor.centreId, span),
    repository.countRemakesSince(db, actor.centreId, {
      from: startOfLocalDay(span.from, day.zone),
      to: startOfLocalDay(addDays(span.to, 1), day.zone),
    }),
  ]);
  const sum = (pick: (row: repository.SignedRow) => number) =>
    signed.reduce((total, row) => total + pick(row), 0);
  const sets = sum((row) => row.sets);
  return {
    day: day.today,
    byState,
    signed: sets,
    averageDays: sets === 0 ? null : sum((row) => row.days) / sets,
    withinPromise: sets === 0 ? null : sum((row) => row.within) / sets,
    remakes,
    byDay: signed.map((row) => ({ day: row.day, sets: row.sets })),
  };
}

const columns = defineSheetColumns([
  { type: 'code', key: 'number', heading: { 'zh-CN': '编号', en: 'Number' } },
  { type: 'text', key: 'firmName', heading: { 'zh-CN': '企业', en: 'Firm' } },
  { type: 'code', key: 'uscc', heading: { 'zh-CN': '统一社会信用代码', en: 'Credit code' } },
  { type: 'date', key: 'licensedOn', heading: { 'zh-CN': '领照日期', en: 'Licensed on' } },
  {
    type: 'choice',
    key: 'state',
    heading: { 'zh-CN': '状态', en: 'State' },
    choices: SetState.options.map((value) => ({ value, label: stateWords[value] })),
  },
  { type: 'text', key: 'makerName', heading: { 'zh-CN': '刻章单位', en: 'Maker' } },
  { type: 'code', key: 'caseNo', heading: { 'zh-CN': '办件编号', en: 'Case' } },
  { type: 'code', key: 'trackingNo', heading: { 'zh-CN': '运单号', en: 'Parcel' } },
]);

const PAGE = 500;

/** The list as a sheet, read page by page. Recorded. */
export async function exportSets(
  deps: SealsDeps,
  actor: Actor,
  filter: SetFilter,
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const around = await loadAround(deps, db, actor.centreId);
  const rows = await repository.countSets(db, actor.centreId, filter, around.day);
  await deps.database.transaction(async (tx) =>
    tell(tx, deps.clock, actor, events.exported, {
      subject: { kind: 'seals.list', id: 'export' },
      payload: { rows },
    }),
  );
  const sheetName = locale === 'en' ? 'Seals' : '免费刻章';
  const all = readAll(deps, actor.centreId, filter, around);
  return Readable.from(streamXlsx(all, columns, { locale, sheetName }));
}

async function* readAll(
  { database }: SealsDeps,
  centreId: number,
  filter: SetFilter,
  around: Around,
) {
  let cursor: Cursor | undefined;
  for (;;) {
    const page = { limit: PAGE, cursor, day: around.day };
    const rows = await repository.listSets(database.db, centreId, filter, page);
    const shown = rows.slice(0, PAGE);
    for (const row of shown) yield toSet(row, around);
    const last = shown.at(-1);
    if (last === undefined || rows.length <= PAGE) return;
    cursor = [last.created_at.toISOString(), last.set_id];
  }
}

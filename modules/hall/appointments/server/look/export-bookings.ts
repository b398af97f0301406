import { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Cursor } from '#kernel/db/keyset.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { type BookingFilter, BookingState, Channel, permissions } from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import { listExported } from '../events.ts';
import * as repository from '../repository-list.ts';
import { type Around, loadAround, toBooking } from '../view.ts';
import { CHANNEL_WORDS, STATE_WORDS } from '../words.ts';
import { sitesOf } from './list-bookings.ts';

const PAGE = 500;

const columns = defineSheetColumns([
  { type: 'date', key: 'day', heading: { 'zh-CN': '预约日期', en: 'Day' } },
  { type: 'text', key: 'from', heading: { 'zh-CN': '时段起', en: 'From' } },
  { type: 'text', key: 'to', heading: { 'zh-CN': '时段止', en: 'To' } },
  { type: 'text', key: 'site', heading: { 'zh-CN': '服务点', en: 'Site' } },
  { type: 'text', key: 'group', heading: { 'zh-CN': '预约业务', en: 'Group' } },
  { type: 'text', key: 'matter', heading: { 'zh-CN': '事项', en: 'Matter' } },
  { type: 'code', key: 'code', heading: { 'zh-CN': '取号码', en: 'Code' } },
  { type: 'text', key: 'holder', heading: { 'zh-CN': '预约人', en: 'Holder' } },
  {
    type: 'choice',
    key: 'channel',
    heading: { 'zh-CN': '渠道', en: 'Channel' },
    choices: Channel.options.map((value) => ({ value, label: CHANNEL_WORDS[value] })),
  },
  {
    type: 'choice',
    key: 'state',
    heading: { 'zh-CN': '状态', en: 'State' },
    choices: BookingState.options.map((value) => ({ value, label: STATE_WORDS[value] })),
  },
  { type: 'code', key: 'ticketNo', heading: { 'zh-CN': '排队号', en: 'Ticket' } },
]);

/** The list as a sheet, masked as on the screen, read page by page. Recorded. */
export async function exportBookings(
  deps: AppointmentsDeps,
  actor: Actor,
  query: BookingFilter,
  locale: Locale,
): Promise<Readable> {
  const filter = { ...query, sites: sitesOf(actor, permissions.export.name) };
  const { db } = deps.database;
  const [around, rows] = await Promise.all([
    loadAround(deps, db, actor.centreId),
    repository.countBookings(db, actor.centreId, filter),
  ]);
  await deps.database.transaction(async (tx) => listExported(tx, deps.clock, actor, rows));
  const sheetName = locale === 'en' ? 'Appointments' : '预约';
  const all = readAll(deps, actor.centreId, filter, around, locale);
  return Readable.from(streamXlsx(all, columns, { locale, sheetName }));
}

async function* readAll(
  { database }: AppointmentsDeps,
  centreId: number,
  filter: repository.ListFilter,
  around: Around,
  locale: Locale,
) {
  let cursor: Cursor | undefined;
  for (;;) {
    const rows = await repository.listBookings(database.db, centreId, filter, {
      limit: PAGE,
      cursor,
    });
    const page = rows.slice(0, PAGE);
    for (const row of page) {
      const { site, group, matter, ...shown } = toBooking(row, around);
      const names = { site: site[locale], group: group[locale], matter: matter?.[locale] ?? '' };
      yield { ...shown, ...names, ticketNo: row.ticket_no ?? '' };
    }
    const last = page.at(-1);
    if (last === undefined || rows.length <= PAGE) return;
    cursor = [last.starts_at.toISOString(), last.booking_id];
  }
}

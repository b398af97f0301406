import { Readable } from 'node:stream';

import { authorise, may, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { type Cursor, readCursor, toPage } from '#kernel/db/keyset.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { Locale, Words } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  channelWords,
  finishWords,
  laneWords,
  type ListTicketsQuery,
  permissions,
  type TicketFilter,
  ticketStateWords,
  type Visit,
  type VisitCase,
  type VisitPaper,
} from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { showCases } from './desk.ts';
import * as look from './repository-look.ts';
import * as repository from './repository.ts';
import { measureVisit } from './rules/measures.ts';
import type { TicketRow } from './tables.ts';
import { toEntry, toTicket } from './view.ts';

function toFilter(actor: Actor, permission: string, filter: TicketFilter): look.ListFilter {
  const reach = reachOf(actor, permission);
  return {
    ...filter,
    onlySiteIds: reach.everything ? undefined : reach.siteIds,
    onlyWindowIds: reach.windowIds,
  };
}

/** Tickets, newest first, as far as the reader sees the hall. */
export async function listTickets(deps: QueueDeps, actor: Actor, query: ListTicketsQuery) {
  const { limit, cursor, ...asked } = query;
  const filter = toFilter(actor, permissions.view.name, asked);
  const { db } = deps.database;
  const [around, rows, total] = await Promise.all([
    aroundOf(deps, db, actor.centreId),
    look.listTickets(db, actor.centreId, filter, { limit, cursor: readCursor(cursor) }),
    filter.day === undefined ? null : look.countTickets(db, actor.centreId, filter),
  ]);
  const page = toPage(
    rows,
    limit,
    (row) => toTicket(row, { business: around.businesses.get(row.business_id), around }),
    (row) => [row.day, row.ticket_id],
  );
  return { ...page, total };
}

const columns = defineSheetColumns([
  { type: 'date', key: 'day', heading: { 'zh-CN': '日期', en: 'Day' } },
  { type: 'code', key: 'number', heading: { 'zh-CN': '排队号', en: 'Number' } },
  { type: 'text', key: 'business', heading: { 'zh-CN': '业务', en: 'Business' } },
  { type: 'text', key: 'state', heading: { 'zh-CN': '状态', en: 'State' } },
  { type: 'text', key: 'lane', heading: { 'zh-CN': '类型', en: 'Kind' } },
  { type: 'text', key: 'channel', heading: { 'zh-CN': '渠道', en: 'Channel' } },
  { type: 'datetime', key: 'issuedAt', heading: { 'zh-CN': '取号时间', en: 'Issued' } },
  { type: 'datetime', key: 'calledAt', heading: { 'zh-CN': '首次叫号', en: 'First called' } },
  { type: 'datetime', key: 'startedAt', heading: { 'zh-CN': '开始办理', en: 'Started' } },
  { type: 'datetime', key: 'endedAt', heading: { 'zh-CN': '结束时间', en: 'Ended' } },
  { type: 'integer', key: 'calls', heading: { 'zh-CN': '叫号次数', en: 'Calls' } },
  { type: 'integer', key: 'window', heading: { 'zh-CN': '窗口', en: 'Window' } },
  { type: 'text', key: 'person', heading: { 'zh-CN': '工作人员', en: 'Clerk' } },
  { type: 'text', key: 'finish', heading: { 'zh-CN': '办结种类', en: 'Outcome' } },
]);

const PAGE = 1_000;

/** The list as a sheet in constant memory; visitors are not in it. The export is recorded first. */
export async function exportTickets(
  deps: QueueDeps,
  actor: Actor,
  asked: TicketFilter,
  locale: Locale,
): Promise<Readable> {
  const filter = toFilter(actor, permissions.report.name, asked);
  await deps.database.transaction(async (tx) =>
    recordLook(tx, deps.clock, actor, {
      act: permissions.report.name,
      subject: { kind: 'queue.tickets', id: asked.day ?? 'all' },
      fields: Object.keys(asked),
    }),
  );
  const around = await aroundOf(deps, deps.database.db, actor.centreId);
  const sheetName = locale === 'en' ? 'Tickets' : '排队号票';
  const rows = readAll(deps, actor.centreId, { filter, around, locale });
  return Readable.from(streamXlsx(rows, columns, { locale, sheetName, zone: around.zone }));
}

async function* readAll(
  { database }: QueueDeps,
  centreId: number,
  of: { readonly filter: look.ListFilter; readonly around: Around; readonly locale: Locale },
) {
  let cursor: Cursor | undefined;
  for (;;) {
    const rows = await look.listTickets(database.db, centreId, of.filter, { limit: PAGE, cursor });
    const shown = rows.slice(0, PAGE);
    for (const row of shown) yield toSheetRow(row, of);
    const last = shown.at(-1);
    if (last === undefined || rows.length <= PAGE) return;
    cursor = [last.day, last.ticket_id];
  }
}

function toSheetRow(
  row: TicketRow,
  { around, locale }: { readonly around: Around; readonly locale: Locale },
) {
  const business = around.businesses.get(row.business_id);
  const say = (words: Words) => words[locale];
  return {
    day: row.day,
    number: row.number,
    business: (locale === 'en' ? business?.name_en : business?.name_zh) ?? '',
    state: say(ticketStateWords[row.state]),
    lane: say(laneWords[row.lane]),
    channel: say(channelWords[row.channel]),
    issuedAt: row.issued_at,
    calledAt: row.called_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    calls: row.calls,
    window: row.window_number,
    person: row.person_name,
    finish: row.finish_kind === null ? '' : say(finishWords[row.finish_kind]),
  };
}

/** One visit: everything that happened, the cases that joined it and its rating. */
export async function getVisit(deps: QueueDeps, actor: Actor, ticketId: string): Promise<Visit> {
  reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const row = orNotFound(await repository.findTicket(db, actor.centreId, ticketId));
  if (!may(actor, permissions.view.name, { siteId: row.site_id, windowId: row.window_id }))
    authorise(actor, permissions.view.name, { siteId: row.site_id });
  const [around, entries, cases, rating, ahead] = await Promise.all([
    aroundOf(deps, db, actor.centreId),
    repository.listEvents(db, actor.centreId, ticketId),
    showCases(deps, db, row),
    deps.findRating(db, actor.centreId, ticketId),
    row.state === 'waiting' ? repository.countAhead(db, row) : null,
  ]);
  const measure = measureVisit(
    entries.map((entry) => ({
      act: entry.act,
      at: entry.at,
      windowId: entry.window_id,
      windowNumber: entry.window_number,
      personId: entry.person_id,
      personName: entry.person_name,
    })),
  );
  return {
    ticket: toTicket(row, { business: around.businesses.get(row.business_id), around, ahead }),
    entries: entries.map((entry) => toEntry(entry, around.businesses.get(entry.business_id))),
    cases,
    papers: await listPapers(deps, row, cases, around.zone),
    rating: rating === undefined ? null : { grade: rating.grade, at: rating.at.toISOString() },
    waitedSeconds: measure.waitedSeconds,
    servedSeconds: measure.servedSeconds,
  };
}

/** Papers of the visit's cases that were given out on its day; what comes later belongs to the case. */
async function listPapers(
  { cases, database }: QueueDeps,
  row: Pick<TicketRow, 'centre_id' | 'day'>,
  joined: readonly VisitCase[],
  zone: string,
): Promise<VisitPaper[]> {
  const found = await Promise.all(
    joined.map(async ({ caseId }) => {
      const given = await cases.listPapersGiven(database.db, row.centre_id, caseId);
      return given.map((paper) => ({ ...paper, caseId }));
    }),
  );
  return found
    .flat()
    .filter(({ at }) => localDay(at, zone) === row.day)
    .map(({ documentId, caseId, name, number, at }) => ({
      documentId,
      caseId,
      nameZh: name['zh-CN'],
      nameEn: name.en,
      number,
      at: at.toISOString(),
    }));
}

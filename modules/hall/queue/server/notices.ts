import { authorise, may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  events,
  type Notice,
  type NoticeChange,
  type NoticeInput,
  permissions,
  problems,
  type ShownNotice,
} from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import * as repository from './repository-notices.ts';
import type { NoticeRow } from './tables.ts';

const DAY_MS = 86_400_000;
/** Over for longer than this they are not listed any more. */
const LISTED_DAYS = 30;

const toColumns = (input: NoticeInput) => ({
  site_id: input.siteId,
  zone_id: input.zoneId,
  text_zh: input.textZh,
  text_en: input.textEn,
  is_urgent: input.isUrgent,
  shown_from: new Date(input.shownFrom),
  shown_until: new Date(input.shownUntil),
  daily_from: input.dailyFrom,
  daily_until: input.dailyUntil,
});

const toShown = (row: NoticeRow): ShownNotice => ({
  id: row.notice_id,
  zoneId: row.zone_id,
  textZh: row.text_zh,
  textEn: row.text_en,
  isUrgent: row.is_urgent,
  shownFrom: row.shown_from.toISOString(),
  shownUntil: row.shown_until.toISOString(),
  dailyFrom: row.daily_from,
  dailyUntil: row.daily_until,
});

function toNotice(row: NoticeRow, { directory }: Around): Notice {
  const zone = directory.zones.byId.get(row.zone_id ?? '');
  return {
    ...toShown(row),
    siteId: row.site_id,
    zoneNameZh: zone?.nameZh ?? '',
    zoneNameEn: zone?.nameEn ?? '',
    byName: row.by_name,
    version: row.version,
  };
}

/** What a display of a zone has to show from now until tomorrow, in the order of showing. */
export async function listShown(
  db: Db,
  centreId: number,
  place: { readonly siteId: string; readonly zoneId: string | null; readonly now: Date },
): Promise<ShownNotice[]> {
  const rows = await repository.listNotices(db, centreId, place.siteId, {
    endsAfter: place.now,
    beginsBefore: new Date(place.now.getTime() + DAY_MS),
  });
  return rows
    .filter(({ zone_id }) => zone_id === null || place.zoneId === null || zone_id === place.zoneId)
    .map(toShown);
}

export async function listNotices(
  deps: QueueDeps,
  actor: Actor,
  siteId: string,
): Promise<{ items: Notice[] }> {
  authorise(actor, permissions.view.name, { siteId });
  const { db } = deps.database;
  const around = await aroundOf(deps, db, actor.centreId);
  const endsAfter = new Date(around.now.getTime() - LISTED_DAYS * DAY_MS);
  const rows = await repository.listNotices(db, actor.centreId, siteId, { endsAfter });
  return { items: rows.map((row) => toNotice(row, around)) };
}

/** Puts a notice on the displays; they follow at once. */
export async function createNotice(
  deps: QueueDeps,
  actor: Actor,
  input: NoticeInput,
  once: Once,
): Promise<Notice> {
  authorise(actor, permissions.manage.name, { siteId: input.siteId });
  return deps.database.transaction(async (tx) => {
    const around = await requirePlace(deps, tx, actor, input);
    const row: NoticeRow = {
      centre_id: actor.centreId,
      notice_id: newId(deps.clock),
      ...toColumns(input),
      by_name: actor.name,
      version: 1,
    };
    repository.insertNotice(tx, row);
    tellOfNotice(deps, tx, actor, { act: 'created', row });
    const notice = toNotice(row, around);
    once.claim(tx, notice);
    return notice;
  });
}

export async function changeNotice(
  deps: QueueDeps,
  actor: Actor,
  noticeId: string,
  input: NoticeChange,
  once: Once,
): Promise<Notice> {
  return deps.database.transaction(async (tx) => {
    const before = await getNotice(tx, actor, noticeId);
    authorise(actor, permissions.manage.name, { siteId: input.siteId });
    requireVersion(before, input.version);
    const around = await requirePlace(deps, tx, actor, input);
    const row: NoticeRow = {
      ...before,
      ...toColumns(input),
      by_name: actor.name,
      version: before.version + 1,
    };
    repository.updateNotice(tx, row);
    tellOfNotice(deps, tx, actor, { act: 'changed', row, before });
    const notice = toNotice(row, around);
    once.claim(tx, notice);
    return notice;
  });
}

export async function withdrawNotice(
  deps: QueueDeps,
  actor: Actor,
  noticeId: string,
  once: Once,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const before = await getNotice(tx, actor, noticeId);
    repository.deleteNotice(tx, before);
    tellOfNotice(deps, tx, actor, { act: 'withdrawn', row: before, before });
    const done = { done: true } as const;
    once.claim(tx, done);
    return done;
  });
}

/** The notice, locked, for somebody who keeps the displays of its site; to anybody else it is not there. */
async function getNotice(tx: Tx, actor: Actor, noticeId: string): Promise<NoticeRow> {
  const found = await repository.lockNotice(tx, actor.centreId, noticeId);
  const isOwn = may(actor, permissions.manage.name, { siteId: found?.site_id });
  return orNotFound(isOwn ? found : undefined);
}

async function requirePlace(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  { siteId, zoneId }: NoticeInput,
): Promise<Around> {
  const around = await aroundOf(
    deps,
    tx,
    actor.centreId,
    ({ sites, zones }) => sites.byId.has(siteId) && (zoneId === null || zones.byId.has(zoneId)),
  );
  const { sites, zones } = around.directory;
  const isThere =
    sites.byId.has(siteId) && (zoneId === null || zones.byId.get(zoneId)?.siteId === siteId);
  if (!isThere) throw new ProblemError(problems.unknownPlace);
  return around;
}

interface Told {
  readonly act: string;
  readonly row: NoticeRow;
  readonly before?: NoticeRow;
}

function tellOfNotice(
  { clock }: QueueDeps,
  tx: Tx,
  actor: Actor,
  { act, row, before }: Told,
): void {
  tell(tx, clock, actor, events.noticeChanged, {
    subject: { kind: 'queue.notice', id: row.notice_id },
    payload: { siteId: row.site_id, noticeId: row.notice_id, act },
    audit: { before, after: row },
  });
}

import { reachOf, may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';

import {
  type Desk,
  type OwnWindow,
  permissions,
  type ServiceNow,
  type VisitCase,
} from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { toWindowState } from './events.ts';
import { toBusinessesNow } from './lines.ts';
import { toPost } from './posts.ts';
import { listPostsFrom, listServicesAt } from './repository-posts.ts';
import * as setUp from './repository-set-up.ts';
import * as windows from './repository-windows.ts';
import * as repository from './repository.ts';
import { secondsUntilRecall } from './rules/states.ts';
import { readSettings } from './settings.ts';
import type { TicketRow, WindowStateRow } from './tables.ts';
import { toSession, toTicket } from './view.ts';

const SHOWN_WAITING = 30;

/** The window of whoever asks, with everything that the calling page shows. */
export async function getDesk(deps: QueueDeps, actor: Actor): Promise<Desk> {
  reachOf(actor, permissions.call.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const around = await aroundOf(deps, db, centreId);
  const [own, settings, all] = await Promise.all([
    windows.findWindowOf(db, centreId, actor.id),
    readSettings(db, centreId),
    windows.listWindows(db, centreId, {}),
  ]);
  const empty = {
    at: around.now.toISOString(),
    windows: listMine(actor, around, all),
    session: null,
    current: null,
    currentCases: [],
    held: [],
    waiting: [],
    missed: [],
    services: [],
    posts: [],
    servedToday: 0,
    recallInSeconds: 0,
    callsBeforeMissed: settings.callsBeforeMissed,
  };
  return own === undefined ? empty : { ...empty, ...(await atWindow(deps, db, own, around)) };
}

/** Windows at which the asker may sign in, by number. */
function listMine(actor: Actor, around: Around, states: readonly WindowStateRow[]): OwnWindow[] {
  const byId = new Map(states.map((row) => [row.window_id, row]));
  const { sites, windows: all } = around.directory;
  return all.all
    .filter(({ id, siteId }) => may(actor, permissions.call.name, { windowId: id, siteId }))
    .toSorted(
      (left, right) => left.siteId.localeCompare(right.siteId) || left.number - right.number,
    )
    .slice(0, 300)
    .map((window) => {
      const row = byId.get(window.id);
      const site = sites.byId.get(window.siteId);
      return {
        windowId: window.id,
        windowNumber: window.number,
        nameZh: window.nameZh,
        nameEn: window.nameEn,
        siteNameZh: site?.nameZh ?? '',
        siteNameEn: site?.nameEn ?? '',
        heldBy: row?.account_id == null ? '' : row.person_name,
        state: toWindowState(row?.state ?? 'offline', undefined),
      };
    });
}

async function atWindow(deps: QueueDeps, db: Db, own: WindowStateRow, around: Around) {
  const { centre_id: centreId, window_id: windowId } = own;
  const [settings, services, businesses, here, posts] = await Promise.all([
    readSettings(db, centreId),
    listServicesAt(db, centreId, windowId),
    setUp.listBusinesses(db, centreId, own.site_id),
    windows.listAtWindow(db, centreId, {
      windowId,
      day: around.today,
      states: ['called', 'serving', 'held', 'missed', 'done'],
      limit: 500,
    }),
    listPostsFrom(db, centreId, windowId),
  ]);
  const served = new Set([windowId, ...posts.map((row) => row.post_window_id)]);
  const roles = new Map(services.map((service) => [service.business_id, service.role]));
  const lineRows = businesses.filter((row) => roles.has(row.business_id));
  const byId = new Map(businesses.map((row) => [row.business_id, row]));
  const show = (row: TicketRow, ahead: number | null = null) =>
    toTicket(row, { business: byId.get(row.business_id), around, ahead });
  const current = here.find((row) => row.state === 'called' || row.state === 'serving');
  const [lines, firsts, cases] = await Promise.all([
    toBusinessesNow(deps, db, around, settings, lineRows),
    Promise.all(
      lineRows.map((row) =>
        repository.listFirst(db, centreId, row.business_id, around.today, SHOWN_WAITING),
      ),
    ),
    current === undefined ? [] : showCases(deps, db, current),
  ]);
  const waiting = firsts
    .flatMap((rows) => rows.map((row, place) => ({ row, place })))
    .filter(({ row }) => row.target_window_id === null || served.has(row.target_window_id))
    .toSorted(
      (left, right) =>
        left.place - right.place || left.row.issued_at.getTime() - right.row.issued_at.getTime(),
    )
    .slice(0, SHOWN_WAITING);
  const inState = (state: TicketRow['state'], limit: number) =>
    here.filter((row) => row.state === state).slice(0, limit);
  return {
    session: toSession(own, around, toBusy(current)),
    current: current === undefined ? null : show(current),
    currentCases: cases,
    held: inState('held', 20).map((row) => show(row)),
    // 过号受理: the last three that this window called in vain.
    missed: inState('missed', 3).map((row) => show(row)),
    waiting: waiting.map(({ row, place }) => show(row, place)),
    services: lines.map((line): ServiceNow => ({ ...line, role: roles.get(line.id) ?? 'main' })),
    posts: posts.flatMap((row) => {
      const place = around.directory.windows.byId.get(row.post_window_id);
      return place === undefined ? [] : [toPost(row, place)];
    }),
    servedToday: inState('done', 500).length,
    recallInSeconds: secondsUntilRecall(
      current?.last_called_at ?? null,
      around.now,
      settings.secondsBetweenCalls,
    ),
  };
}

/** What a window is busy with. */
export const toBusy = (current: TicketRow | undefined) =>
  current?.state === 'called' || current?.state === 'serving' ? current.state : undefined;

/** Cases that joined the visit, as casework shows them. */
export async function showCases(
  deps: QueueDeps,
  db: Db,
  row: Pick<TicketRow, 'centre_id' | 'ticket_id'>,
): Promise<VisitCase[]> {
  const joined = await repository.listVisitCases(db, row.centre_id, row.ticket_id);
  const found = await Promise.all(
    joined.map(async ({ case_id, at }) => {
      const one = await deps.cases.findCase(db, row.centre_id, case_id);
      return one === undefined ? [] : [{ one, at }];
    }),
  );
  return found.flat().map(({ one, at }) => ({
    caseId: one.id,
    caseNo: one.caseNo,
    matterZh: one.matterName.zh,
    matterEn: one.matterName.en ?? one.matterName.zh,
    state: one.state,
    at: at.toISOString(),
  }));
}

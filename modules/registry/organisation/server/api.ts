import type { Actor } from '#kernel/access/contract-actor.ts';
import type { OpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type { WindowStateInput } from '../contract.ts';
import { type Directory, loadDirectory } from './directory.ts';
import { calendarOf, loadOpeningRecords } from './opening/load-opening.ts';
import { listEntrusted } from './repository-served.ts';
import { moveWindow } from './windows/change-window-state.ts';

/** What other modules may ask of the organisation. */
export interface OrganisationApi {
  /** Names and codes of the centre's places and bodies, closed ones included. */
  loadDirectory(db: Db, centreId: number): Promise<Directory>;
  /** When a site, or a zone of it, is open from a day on; 400 days ahead. A zone without hours of its own follows its site. */
  loadOpening(
    db: Db,
    centreId: number,
    place: { readonly siteId: string; readonly zoneId?: string },
    since: Day,
  ): Promise<OpeningCalendar>;
  /** Comprehensive windows 综合窗口 in use that take in the work of a department. */
  listEntrusted(
    db: Db,
    centreId: number,
    departmentId: string,
  ): Promise<ReadonlyArray<{ readonly windowId: string; readonly siteId: string }>>;
  /** Moves a window to another state inside the caller's transaction. Refuses like the route does, the actor's grants included. */
  moveWindow(tx: Tx, actor: Actor, windowId: string, change: WindowStateInput): Promise<void>;
}

export function createOrganisationApi(clock: Clock): OrganisationApi {
  return {
    loadDirectory,
    loadOpening: async (db, centreId, { siteId, zoneId }, since) =>
      calendarOf(await loadOpeningRecords(db, centreId, since, siteId), siteId, zoneId),
    listEntrusted,
    moveWindow: async (tx, actor, windowId, change) => {
      await moveWindow(tx, clock, actor, windowId, change);
    },
  };
}

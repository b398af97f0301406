import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { PersonRef, WindowStanding } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import * as repository from './repository.ts';
import { loadDay, toWindowStanding } from './show-board.ts';
import { listStaffedWindows } from './staffed-windows.ts';
import { toRef } from './surroundings.ts';
import type { PersonRow } from './tables.ts';

/** Somebody as other modules know them: no contacts. */
export interface StaffRef extends PersonRef {
  readonly departmentId: string | null;
  readonly officeId: string | null;
  readonly postCode: string;
  readonly accountId: string | null;
  readonly photoFileId: string | null;
  /** The last day of somebody who has left or is about to. */
  readonly leftOn: Day | null;
}

/** What other modules may ask of the staff. They have authorised their own act before. */
export interface StaffApi {
  findPerson(db: Db, centreId: number, personId: string): Promise<StaffRef | undefined>;
  /** Whose account it is. */
  findPersonOfAccount(db: Db, centreId: number, accountId: string): Promise<StaffRef | undefined>;
  /** Whose accounts these are; accounts of nobody on the staff are left out. */
  listStaffOfAccounts(db: Db, centreId: number, accountIds: readonly string[]): Promise<StaffRef[]>;
  /** The people with these ids; unknown ids are left out. */
  listStaffRefs(db: Db, centreId: number, personIds: readonly string[]): Promise<StaffRef[]>;
  /** The name of a post by its code. */
  findPost(
    db: Db,
    centreId: number,
    code: string,
  ): Promise<{ readonly nameZh: string; readonly nameEn: string } | undefined>;
  /** Who stands at a window on a day, today unless said; undefined for an unknown window. */
  whoStandsAt(
    db: Db,
    centreId: number,
    windowId: string,
    day?: Day,
  ): Promise<WindowStanding | undefined>;
  /** The windows at which somebody stands, for each day of a span (both ends included), as far as it is arranged. */
  listStaffedWindows(
    db: Db,
    centreId: number,
    span: { readonly from: Day; readonly to: Day },
  ): Promise<ReadonlyMap<Day, ReadonlySet<string>>>;
}

const toStaffRef = (row: PersonRow): StaffRef => ({
  ...toRef(row),
  departmentId: row.department_id,
  officeId: row.office_id,
  postCode: row.post_code,
  accountId: row.account_id,
  photoFileId: row.photo_file_id,
  leftOn: row.left_on,
});

const toOptional = (row: PersonRow | undefined) =>
  row === undefined ? undefined : toStaffRef(row);

export function createStaffApi(deps: Pick<StaffDeps, 'clock' | 'organisation'>): StaffApi {
  return {
    findPerson: async (db, centreId, personId) =>
      toOptional(await repository.findPerson(db, centreId, personId)),
    findPersonOfAccount: async (db, centreId, accountId) =>
      toOptional(await repository.findPersonOfAccount(db, centreId, accountId)),
    listStaffOfAccounts: async (db, centreId, accountIds) =>
      (await repository.findPeopleOfAccounts(db, centreId, accountIds)).map(toStaffRef),
    listStaffRefs: async (db, centreId, personIds) =>
      (await repository.findPeople(db, centreId, personIds)).map(toStaffRef),
    findPost: async (db, centreId, code) => {
      const post = await repository.findPost(db, centreId, code);
      return post && { nameZh: post.name_zh, nameEn: post.name_en };
    },
    whoStandsAt: async (db, centreId, windowId, day) => {
      const on = day ?? (await todayOf(deps, db, centreId));
      const of = await loadDay(deps, db, centreId, on);
      const window = of.directory.windows.byId.get(windowId);
      return window === undefined ? undefined : toWindowStanding(window, of);
    },
    listStaffedWindows,
  };
}

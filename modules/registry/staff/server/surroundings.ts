import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import { maskEmail, maskPhone } from '#kernel/crypto/mask.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import type { Person, PersonRef, Stationing } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { allRows } from './repository-rows.ts';
import { listStationingBetween } from './repository-time.ts';
import type { Stationing as Arrangement } from './rules-stationing.ts';
import { readCentreDetails } from './settings-of.ts';
import type { PersonRow, PostRow, StationingRow } from './tables.ts';
import { createVault, type Vault } from './vault.ts';

/** What names and places the people of a centre on a day. */
export interface Surroundings {
  readonly today: Day;
  readonly directory: Directory;
  readonly posts: ReadonlyMap<string, PostRow>;
  readonly vault: Vault;
  /** The arrangements that hold today. */
  readonly stationing: readonly StationingRow[];
  /** Where people belong who are stationed at no window. */
  readonly mainSiteId: string | undefined;
}

/** Reads what is needed to show people and to know where they belong. */
export async function loadSurroundings(
  deps: StaffDeps,
  db: Db,
  centreId: number,
): Promise<Surroundings> {
  const today = await todayOf(deps, db, centreId);
  const [directory, posts, stationing, { mainSiteCode }] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    allRows(db, 'staff.post', centreId, ['sort_order', 'code']),
    listStationingBetween(db, centreId, today, today),
    readCentreDetails(db, centreId),
  ]);
  return {
    today,
    directory,
    posts: new Map(posts.map((post) => [post.code, post])),
    vault: createVault(deps.cipher, centreId),
    stationing,
    mainSiteId: directory.sites.byCode.get(mainSiteCode)?.id,
  };
}

/** The sites to which somebody belongs today: those of their windows, else the main one. */
export function sitesOf(personId: string, around: Surroundings): string[] {
  const own = around.stationing
    .filter((row) => row.person_a_id === personId || row.person_b_id === personId)
    .map((row) => around.directory.windows.byId.get(row.window_id)?.siteId)
    .filter((siteId) => siteId !== undefined);
  if (own.length > 0) return [...new Set(own)];
  return around.mainSiteId === undefined ? [] : [around.mainSiteId];
}

export const toArrangement = (row: StationingRow): Arrangement => ({
  id: row.stationing_id,
  windowId: row.window_id,
  personAId: row.person_a_id,
  personBId: row.person_b_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

export const toRef = (row: PersonRow): PersonRef => ({
  id: row.person_id,
  employeeNo: row.employee_no,
  nameZh: row.name_zh,
  nameEn: row.name_en,
});

const named = (ref: { readonly nameZh: string; readonly nameEn: string } | undefined) => ({
  zh: ref?.nameZh ?? '',
  en: ref?.nameEn ?? '',
});

/** Somebody as they are shown: contacts masked. */
export function toPerson(row: PersonRow, around: Surroundings): Person {
  const office = named(around.directory.offices.byId.get(row.office_id ?? ''));
  const department = named(around.directory.departments.byId.get(row.department_id ?? ''));
  const post = around.posts.get(row.post_code);
  const mobile = around.vault.openContact(row, 'mobile');
  const email = around.vault.openContact(row, 'email');
  return {
    ...toRef(row),
    namePinyin: row.name_pinyin,
    sex: row.sex,
    officeId: row.office_id,
    officeNameZh: office.zh,
    officeNameEn: office.en,
    departmentId: row.department_id,
    departmentNameZh: department.zh,
    departmentNameEn: department.en,
    postCode: row.post_code,
    postNameZh: post?.name_zh ?? row.post_code,
    postNameEn: post?.name_en ?? row.post_code,
    employment: row.employment,
    mobileMasked: mobile === '' ? '' : maskPhone(mobile),
    emailMasked: email === '' ? '' : maskEmail(email),
    joinedOn: row.joined_on,
    state: hasLeft(row, around.today) ? 'left' : 'working',
    leftOn: row.left_on,
    leftReason: row.left_reason,
    photoFileId: row.photo_file_id,
    accountId: row.account_id,
    windows: placesOf(row, around),
    isDemonstration: row.is_demonstration,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Whether somebody's last day is over. */
export const hasLeft = (row: Pick<PersonRow, 'left_on'>, day: Day) =>
  row.left_on !== null && row.left_on < day;

function placesOf(row: PersonRow, around: Surroundings): Person['windows'] {
  return around.stationing.flatMap((one) => {
    const window = around.directory.windows.byId.get(one.window_id);
    const isA = one.person_a_id === row.person_id;
    if (window === undefined || (!isA && one.person_b_id !== row.person_id)) return [];
    return [
      {
        stationingId: one.stationing_id,
        windowId: window.id,
        windowKey: window.key,
        windowNumber: window.number,
        part: isA ? ('a' as const) : ('b' as const),
      },
    ];
  });
}

/** An arrangement as it is shown; undefined when its window or its A post is not known any more. */
export function toStationing(
  row: StationingRow,
  directory: Directory,
  people: ReadonlyMap<string, PersonRow>,
): Stationing[] {
  const window = directory.windows.byId.get(row.window_id);
  const a = people.get(row.person_a_id);
  if (window === undefined || a === undefined) return [];
  const b = people.get(row.person_b_id ?? '');
  return [
    {
      id: row.stationing_id,
      windowId: window.id,
      windowKey: window.key,
      windowNumber: window.number,
      siteId: window.siteId,
      a: toRef(a),
      b: b === undefined ? null : toRef(b),
      validFrom: row.valid_from,
      validTo: row.valid_to,
      version: row.version,
    },
  ];
}

import type { OpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { fillWords } from '#kernel/problems/contract.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { RosterConflict, RosterPerson, RosterWeek, Shift } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { allRows } from './repository-rows.ts';
import * as time from './repository-time.ts';
import { findPeople } from './repository.ts';
import { type Duty, type DutyConflict, findDutyConflicts, isAway } from './rules-roster.ts';
import { toAbsence } from './show-board.ts';
import { hasLeft, toRef } from './surroundings.ts';
import type { LeaveRow, PersonRow, PostRow, RosterRow, ShiftRow, StationingRow } from './tables.ts';
import { daysFrom } from './week.ts';

/** Everything of a site's week, read at once. */
export interface WeekFacts {
  readonly siteId: string;
  readonly monday: Day;
  readonly calendar: OpeningCalendar;
  readonly shifts: readonly ShiftRow[];
  readonly posts: ReadonlyMap<string, PostRow>;
  /** Shifts at this site. */
  readonly entries: readonly RosterRow[];
  /** Shifts of the same people elsewhere in the week. */
  readonly elsewhere: readonly RosterRow[];
  readonly leave: readonly LeaveRow[];
  readonly people: ReadonlyMap<string, PersonRow>;
  /** The window of each person who holds one here. */
  readonly windows: ReadonlyMap<string, { readonly id: string; readonly number: number }>;
}

/** Reads a week of a site; `more` are people to show beside those who belong to it. */
export async function loadWeek(
  deps: StaffDeps,
  db: Db,
  centreId: number,
  place: { readonly siteId: string; readonly monday: Day },
  more: readonly string[] = [],
): Promise<WeekFacts> {
  const { siteId, monday } = place;
  const to = addDays(monday, 6);
  const [directory, calendar, shifts, posts, ofSite, leave, stationing] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    deps.organisation.loadOpening(db, centreId, { siteId }, monday),
    allRows(db, 'staff.shift', centreId, ['starts', 'code']),
    allRows(db, 'staff.post', centreId, ['sort_order', 'code']),
    time.listRoster(db, centreId, { from: addDays(monday, -7), to, siteId }),
    time.listLiveLeave(db, centreId, monday, to),
    time.listStationingBetween(db, centreId, monday, to),
  ]);
  orNotFound(directory.sites.byId.get(siteId));
  const here = stationing.filter(
    (row) => directory.windows.byId.get(row.window_id)?.siteId === siteId,
  );
  const ids = [...more, ...ofSite.map((entry) => entry.person_id), ...here.flatMap(takingPart)];
  const people = await findPeople(db, centreId, [...new Set(ids)]);
  const all = await time.listRoster(db, centreId, {
    from: monday,
    to,
    personIds: people.map((person) => person.person_id),
  });
  const windows = here.flatMap((row) => {
    const window = directory.windows.byId.get(row.window_id);
    return window === undefined ? [] : [[row.person_a_id, window] as const];
  });
  return {
    siteId,
    monday,
    calendar,
    shifts,
    posts: new Map(posts.map((post) => [post.code, post])),
    entries: all.filter((entry) => entry.site_id === siteId),
    elsewhere: all.filter((entry) => entry.site_id !== siteId),
    leave,
    people: new Map(people.map((person) => [person.person_id, person])),
    windows: new Map(windows),
  };
}

const takingPart = (row: StationingRow) => [
  row.person_a_id,
  ...(row.person_b_id === null ? [] : [row.person_b_id]),
];

/** What is wrong with a plan of the week, in sentences. */
export function findConflicts(facts: WeekFacts, entries: readonly RosterRow[]): RosterConflict[] {
  const hours = new Map(facts.shifts.map((shift) => [shift.code, shift]));
  const toDuty = (entry: RosterRow): Duty => ({
    personId: entry.person_id,
    day: entry.day,
    shiftCode: entry.shift_code,
    starts: hours.get(entry.shift_code)?.starts ?? '',
    ends: hours.get(entry.shift_code)?.ends ?? '',
  });
  const isHere = new Set(entries.map(toDuty).map(dutyKey));
  const conflicts = findDutyConflicts([...facts.elsewhere, ...entries].map(toDuty), {
    absences: facts.leave.map(toAbsence),
    isOpen: (duty) =>
      !isHere.has(dutyKey(duty)) || facts.calendar.hoursOn(duty.day).intervals.length > 0,
    hasLeft: (personId, day) => {
      const person = facts.people.get(personId);
      return person !== undefined && hasLeft(person, day);
    },
  });
  return conflicts
    .filter(({ duty }) => isHere.has(dutyKey(duty)))
    .map((conflict) => toConflict(conflict, facts, hours));
}

const dutyKey = (duty: Duty) => `${duty.personId} ${duty.day} ${duty.shiftCode}`;

const SENTENCES = {
  'two-shifts': {
    'zh-CN': '{name} {day} 的{shift}与{other}时间重叠。',
    en: '{name} has two shifts at once on {day}: {shift} and {other}.',
  },
  'on-leave': {
    'zh-CN': '{name} {day} 已批准请假。',
    en: '{name} is on approved leave on {day}.',
  },
  'closed-day': {
    'zh-CN': '{day} 闭厅，不能给{name}排班。',
    en: 'The hall is closed on {day}, so {name} has no shift.',
  },
  'has-left': { 'zh-CN': '{name} {day} 已离岗。', en: '{name} has left before {day}.' },
} as const;

function toConflict(
  { kind, duty, otherShiftCode = '' }: DutyConflict,
  facts: WeekFacts,
  hours: ReadonlyMap<string, ShiftRow>,
): RosterConflict {
  const person = facts.people.get(duty.personId);
  const say = (locale: 'zh-CN' | 'en') => {
    const named = (code: string) =>
      (locale === 'en' ? hours.get(code)?.name_en : hours.get(code)?.name_zh) ?? code;
    const name = (locale === 'en' ? person?.name_en : undefined) || (person?.name_zh ?? '');
    const values = {
      name,
      day: duty.day,
      shift: named(duty.shiftCode),
      other: named(otherShiftCode),
    };
    return fillWords(SENTENCES[kind], locale, values);
  };
  return {
    kind,
    day: duty.day,
    personId: duty.personId,
    shiftCode: duty.shiftCode,
    sentence: { 'zh-CN': say('zh-CN'), en: say('en') },
  };
}

export const toShift = (row: ShiftRow): Shift => ({
  code: row.code,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  starts: row.starts,
  ends: row.ends,
});

/** The week as the grid shows it; windows in their order, then everybody else by number. */
export function toWeek(facts: WeekFacts, entries = facts.entries): RosterWeek {
  const days = daysFrom(facts.monday);
  const absences = facts.leave.map(toAbsence);
  const toPerson = (row: PersonRow): RosterPerson => {
    const post = facts.posts.get(row.post_code);
    const window = facts.windows.get(row.person_id);
    return {
      ...toRef(row),
      postNameZh: post?.name_zh ?? row.post_code,
      postNameEn: post?.name_en ?? row.post_code,
      windowId: window?.id ?? null,
      windowNumber: window?.number ?? null,
      awayOn: days.filter((day) => isAway(absences, row.person_id, day)),
    };
  };
  const people = [...facts.people.values()].map(toPerson);
  return {
    siteId: facts.siteId,
    monday: facts.monday,
    days: days.map((day) => {
      const { intervals, reason } = facts.calendar.hoursOn(day);
      return {
        day,
        isOpen: intervals.length > 0,
        reasonZh: reason?.['zh-CN'] ?? '',
        reasonEn: reason?.en ?? '',
      };
    }),
    shifts: facts.shifts.map(toShift),
    people: people.toSorted(
      (a, b) =>
        (a.windowNumber ?? 10_000) - (b.windowNumber ?? 10_000) ||
        a.employeeNo.localeCompare(b.employeeNo),
    ),
    entries: entries.map((entry) => ({
      id: entry.entry_id,
      day: entry.day,
      personId: entry.person_id,
      shiftCode: entry.shift_code,
      siteId: entry.site_id,
      zoneId: entry.zone_id,
      windowId: entry.window_id,
    })),
    conflicts: findConflicts(facts, entries),
  };
}

import type { OpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import type { CentreDay } from '#kernel/centre/centre-day.ts';
import { addDays, type Day, weekdayOf } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { Settings, Words } from '../../contract.ts';
import type { AppointmentsDeps } from '../deps.ts';
import * as groups from '../repository-groups.ts';
import { countSlots, type SlotCount } from '../repository.ts';
import { cutSlots, daysAhead, placesByRule, type Stretch } from '../rules.ts';
import type { GroupRow, OverrideRow } from '../tables.ts';

/** A slot with the places that it has today, by rule and by what somebody set. */
export interface SlotPlan extends Stretch {
  readonly places: number;
  readonly byRule: number;
  readonly override: OverrideRow | undefined;
  readonly booked: number;
  readonly arrived: number;
}

export interface DayPlan {
  readonly day: Day;
  readonly weekday: number;
  readonly reason: Words | undefined;
  readonly slots: readonly SlotPlan[];
  readonly staffedWindows: number;
  readonly dayOverride: OverrideRow | undefined;
  /** Taken places at times that are no slot. */
  readonly stranded: number;
}

const WHOLE_DAY = -1;

type Planning = Pick<AppointmentsDeps, 'organisation' | 'staff'>;

/** The opening hours that a group follows. */
export function loadHours(
  { organisation }: Planning,
  db: Db,
  group: GroupRow,
  since: Day,
): Promise<OpeningCalendar> {
  const { site_id: siteId, zone_id: zoneId } = group;
  const place = zoneId === null ? { siteId } : { siteId, zoneId };
  return organisation.loadOpening(db, group.centre_id, place, since);
}

/** The days that may be booked now, by the centre’s rule. */
export async function planBookable(
  deps: Planning,
  db: Db,
  group: GroupRow,
  { today }: CentreDay,
  { aheadOpenDays }: Settings,
): Promise<DayPlan[]> {
  const hours = await loadHours(deps, db, group, today);
  const days = daysAhead(today, aheadOpenDays, (day) => hours.hoursOn(day).intervals.length > 0);
  return planSpan(deps, db, group, hours, { from: today, to: days.at(-1) ?? today });
}

/** What every day of a span offers, whoever asks: from opening hours, closed days, staffing and the group’s rule. */
export async function planSpan(
  deps: Planning,
  db: Db,
  group: GroupRow,
  hours: OpeningCalendar,
  span: { readonly from: Day; readonly to: Day },
): Promise<DayPlan[]> {
  const { centre_id: centreId, group_id: groupId } = group;
  const [overrides, counts, staffed] = await Promise.all([
    groups.listOverrides(db, centreId, groupId, span),
    countSlots(db, centreId, groupId, span),
    group.capacity_by === 'windows'
      ? deps.staff.listStaffedWindows(db, centreId, span)
      : new Map<Day, ReadonlySet<string>>(),
  ]);
  const days: DayPlan[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1))
    days.push(
      planDay(group, hours, day, {
        overrides: overrides.filter((one) => one.day === day),
        counts: counts.filter((one) => one.day === day),
        staffedWindows: group.window_ids.filter((id) => staffed.get(day)?.has(id)).length,
      }),
    );
  return days;
}

interface Known {
  readonly overrides: readonly OverrideRow[];
  readonly counts: readonly SlotCount[];
  readonly staffedWindows: number;
}

function planDay(group: GroupRow, hours: OpeningCalendar, day: Day, known: Known): DayPlan {
  const { intervals, reason } = hours.hoursOn(day);
  const { overrides, counts, staffedWindows } = known;
  const dayOverride = overrides.find((one) => one.from_minute === WHOLE_DAY);
  const rule = {
    by: group.capacity_by,
    places: group.places,
    walkInPercent: group.walk_in_percent,
  };
  const byRule = placesByRule(rule, staffedWindows);
  const slots = cutSlots(intervals, group.slot_minutes).map((stretch): SlotPlan => {
    const override = overrides.find((one) => one.from_minute === stretch.from);
    const count = counts.find((one) => one.from_minute === stretch.from);
    return {
      ...stretch,
      byRule,
      override,
      places: (override ?? dayOverride)?.places ?? byRule,
      booked: count?.booked ?? 0,
      arrived: count?.arrived ?? 0,
    };
  });
  const starts = new Set(slots.map(({ from }) => from));
  return {
    day,
    weekday: weekdayOf(day),
    reason: sayWhy(reason, dayOverride),
    slots,
    staffedWindows,
    dayOverride,
    stranded: counts.reduce((sum, one) => sum + (starts.has(one.from_minute) ? 0 : one.booked), 0),
  };
}

function sayWhy(reason: Words | undefined, override: OverrideRow | undefined): Words | undefined {
  if (override === undefined || override.reason_zh === '') return reason;
  return { 'zh-CN': override.reason_zh, en: override.reason_en || override.reason_zh };
}

import type {
  OpeningHours,
  OpeningInterval,
  SpecialHours,
  WeeklyHours,
} from '#kernel/calendar/opening-hours.ts';
import { addDays, type Day, type Weekday, weekdayOf } from '#kernel/clock/day.ts';

/** A stretch of a weekday (1 Monday to 7 Sunday) at one place, while it is valid; days inclusive. */
export interface HoursSpan {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
  readonly on_closed_days: boolean;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
}

/** A day that differs from its weekday; a day of one site goes before one of all sites. */
export interface DifferentDay {
  readonly site_id: string | null;
  readonly day: Day;
  readonly kind: 'closed' | 'open';
  readonly name_zh: string;
  readonly name_en: string;
  readonly like_weekday: number | null;
}

/** 1 Monday to 7 Sunday. */
export function isoWeekday(day: Day): number {
  return weekdayOf(day) === 0 ? 7 : weekdayOf(day);
}

const holdsOn = (span: HoursSpan, day: Day) =>
  span.valid_from <= day && (span.valid_to === null || day <= span.valid_to);

function intervalsOf(spans: readonly HoursSpan[], weekday: number): OpeningInterval[] {
  return spans
    .filter((span) => span.weekday === weekday)
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
    .map((span) => ({ from: span.opens, to: span.closes }));
}

/** One set of weekly hours for each run of days on which the same spans hold. */
function toWeekly(spans: readonly HoursSpan[]): WeeklyHours[] {
  const edges = spans.flatMap((span) =>
    span.valid_to === null ? [span.valid_from] : [span.valid_from, addDays(span.valid_to, 1)],
  );
  const starts = [...new Set(edges)].toSorted();
  return starts.map((validFrom, index) => {
    const next = starts[index + 1];
    const holding = spans.filter((span) => holdsOn(span, validFrom));
    const hours: Partial<Record<Weekday, readonly OpeningInterval[]>> = {};
    for (const weekday of [0, 1, 2, 3, 4, 5, 6] as const)
      hours[weekday] = intervalsOf(holding, weekday === 0 ? 7 : weekday);
    return {
      validFrom,
      ...(next === undefined ? {} : { validTo: addDays(next, -1) }),
      hours,
    };
  });
}

function toSpecial(different: DifferentDay, spans: readonly HoursSpan[]): SpecialHours {
  const holding = spans.filter((span) => holdsOn(span, different.day));
  const intervals =
    different.kind === 'open'
      ? intervalsOf(holding, different.like_weekday ?? isoWeekday(different.day))
      : intervalsOf(
          holding.filter((span) => span.on_closed_days),
          isoWeekday(different.day),
        );
  return {
    from: different.day,
    to: different.day,
    intervals,
    reason: { 'zh-CN': different.name_zh, en: different.name_en },
  };
}

/**
 * The hours of one place for the opening calendar: what holds on weekdays over time, and the days that
 * differ. On a day made open (调休) the hours of the weekday in its place hold; on a closed day only
 * spans that hold on closed days too.
 */
export function toOpeningHours(
  zone: string,
  spans: readonly HoursSpan[],
  different: readonly DifferentDay[],
): OpeningHours {
  const ordered = different.toSorted(
    (a, b) => Number(a.site_id !== null) - Number(b.site_id !== null),
  );
  return { zone, weekly: toWeekly(spans), special: ordered.map((day) => toSpecial(day, spans)) };
}

import type { ExcludedDays } from '#kernel/calendar/excluded.ts';
import type { DayStep, DueDate, WorkingCalendar } from '#kernel/calendar/working-days.ts';
import { type Day, daysBetween } from '#kernel/clock/day.ts';

import type {
  CaseSettings,
  ClockFacts,
  ClockTerms,
  Deadline,
  Deadlines,
  Light,
  LimitName,
  Stage,
} from '../../contract.ts';

/** Days from receipt until the applicant must have an answer (art. 32). */
export const NOTICE_DAYS = 5;
/** Days from the decision until the permit is issued and delivered (art. 44). */
export const ISSUE_DAYS = 10;
/** Longest extension of one authority, and of several that handle together (art. 42). */
export const MOST_EXTENSION = 10;
export const MOST_JOINT_EXTENSION = 15;
/** 统一办理、联合办理、集中办理 (art. 42). */
export const JOINT_DAYS = 45;

type Limit = ClockTerms['statutory'];

/** What a limit is counted from. */
export interface Counting {
  readonly facts: ClockFacts;
  readonly terms: ClockTerms;
  readonly stage: Stage;
}

type Settings = Pick<CaseSettings, 'yellowPercent' | 'yellowLeastDays'>;

interface Counted {
  readonly name: LimitName;
  readonly startsOn: Day;
  readonly limit: Limit;
  readonly extensionDays: number;
  readonly metOn: Day | null;
  readonly excluded: readonly ExcludedDays[];
  /** On the spot, and received when the day was over. */
  readonly isLate: boolean;
}

/**
 * Every limit of a case on a day, from dated facts alone. The day of the event does not count; due is the last
 * counted day, until 23:59:59 in Shanghai. Time in special procedures is left out once, however many overlap;
 * an open one lasts until today. A year without a published notice is counted by weekends and marked.
 */
export function computeDeadlines(
  counting: Counting,
  calendar: WorkingCalendar,
  today: Day,
  settings: Settings,
): Deadlines {
  const found = listLimits(counting, today).map((one) => ({
    one,
    due: countLimit(one, calendar, false),
  }));
  const limits = found.map(({ one, due }) => toDeadline(one, due, today));
  const isStopped = counting.stage === 'decision' && hasOpenSpecial(counting.facts);
  const current = findCurrent(counting.stage, limits);
  return {
    stage: counting.stage,
    light: toLight({ limits, current, isStopped }, counting.stage, calendar, today, settings),
    isStopped,
    limits,
    current,
    remainingDays: current && calendar.countWorkingDays(today, current.dueOn),
    missingYears: [...new Set(found.flatMap(({ due }) => due.missingYears))].toSorted(
      (one, other) => one - other,
    ),
  };
}

/** The same limits with each day after the start up to the due day. */
export function proveDeadlines(
  counting: Counting,
  calendar: WorkingCalendar,
  today: Day,
): Array<Deadline & { readonly steps: readonly DayStep[] }> {
  return listLimits(counting, today).map((one) => {
    const due = countLimit(one, calendar, true);
    return { ...toDeadline(one, due, today), steps: due.steps ?? [] };
  });
}

/** Until when a paper that follows must come: before the promised day by so many working days, and within the most. */
export function latestSupplement(
  acceptedOn: Day,
  promisedDueOn: Day,
  calendar: WorkingCalendar,
  settings: Pick<CaseSettings, 'supplementBefore' | 'supplementMostDays'>,
): Day {
  const before = calendar.addWorkingDays(promisedDueOn, -settings.supplementBefore).dueOn;
  const most = calendar.addWorkingDays(acceptedOn, settings.supplementMostDays).dueOn;
  return before < most ? before : most;
}

const workingDays = (count: number): Limit => ({ count, unit: 'working-day' });

function listLimits({ facts, terms, stage }: Counting, today: Day): Counted[] {
  const limits: Counted[] = [];
  const add = (
    name: LimitName,
    startsOn: Day | null,
    limit: Limit,
    more: Partial<Counted> = {},
  ): void => {
    if (startsOn === null) return;
    const nothing = { extensionDays: 0, metOn: null, excluded: [], isLate: false };
    limits.push({ name, startsOn, limit, ...nothing, ...more });
  };
  const wasAnswered = facts.answeredOn ?? (stage === 'notice' ? null : facts.acceptedOn);
  add('notice', facts.receivedOn, workingDays(NOTICE_DAYS), { metOn: wasAnswered });
  const deciding = {
    extensionDays: facts.extension?.days ?? 0,
    metOn: facts.decidedOn ?? (stage === 'decision' ? null : facts.endedOn),
    excluded: toExcluded(facts, today),
    isLate: facts.receivedLate,
  };
  add('promised', facts.acceptedOn, terms.promised, deciding);
  add('statutory', facts.acceptedOn, terms.statutory, deciding);
  add('issue', facts.decidedOn, workingDays(ISSUE_DAYS), { metOn: facts.endedOn });
  return limits;
}

/** The intervals as the calendar takes them; what has no end lasts until today. */
function toExcluded(facts: ClockFacts, today: Day): ExcludedDays[] {
  return facts.specials.map(({ id, from, to }) => ({
    from,
    to: to ?? (today < from ? from : today),
    reason: id,
  }));
}

const hasOpenSpecial = (facts: ClockFacts) => facts.specials.some(({ to }) => to === null);

function countLimit(one: Counted, calendar: WorkingCalendar, explain: boolean): DueDate {
  const { startsOn, limit, extensionDays, excluded } = one;
  const total = limit.count + extensionDays;
  const options = { excluded, explain };
  const natural = { ...options, onDayOff: 'next-working-day' } as const;
  switch (limit.unit) {
    case 'working-day':
      return total === 0
        ? countOnTheSpot(one, calendar, explain)
        : calendar.addWorkingDays(startsOn, total, options);
    case 'natural-day':
      return calendar.addNaturalDays(startsOn, total, natural);
    case 'month':
      return countMonths(one, calendar, natural);
  }
}

/** Months first (民法典 art. 202), then the days of an extension. */
function countMonths(
  { startsOn, limit, extensionDays, excluded }: Counted,
  calendar: WorkingCalendar,
  options: { readonly onDayOff: 'next-working-day'; readonly explain: boolean },
): DueDate {
  if (extensionDays === 0)
    return calendar.addMonths(startsOn, limit.count, { ...options, excluded });
  const plain = calendar.addMonths(startsOn, limit.count, { onDayOff: 'stays' });
  const days = daysBetween(startsOn, plain.dueOn) + extensionDays;
  return calendar.addNaturalDays(startsOn, days, { ...options, excluded });
}

/** 当场: the day itself; received on a day off or after closing, the next working day. */
function countOnTheSpot(
  { startsOn, excluded, isLate }: Counted,
  calendar: WorkingCalendar,
  explain: boolean,
): DueDate {
  const isStopped = (day: Day) => excluded.some(({ from, to }) => day >= from && day <= to);
  const isSameDay = calendar.isWorkingDay(startsOn) && !isLate && !isStopped(startsOn);
  if (isSameDay) {
    const missingYears = calendar.findMissingYears(startsOn, startsOn);
    const provisional = missingYears.length > 0;
    return { dueOn: startsOn, provisional, missingYears, ...(explain ? { steps: [] } : {}) };
  }
  return calendar.addWorkingDays(startsOn, 1, { excluded, explain });
}

function toDeadline(one: Counted, due: DueDate, today: Day): Deadline {
  const { name, startsOn, limit, extensionDays, metOn } = one;
  const { dueOn, provisional } = due;
  const isMissed = (metOn ?? today) > dueOn;
  return { name, startsOn, limit, extensionDays, dueOn, provisional, metOn, isMissed };
}

function findCurrent(stage: Stage, limits: readonly Deadline[]): Deadline | undefined {
  const of = (name: LimitName) => limits.find((limit) => limit.name === name);
  switch (stage) {
    case 'notice':
      return of('notice');
    case 'decision':
      return of('promised');
    case 'issue':
      return of('issue');
    case 'applicant':
    case 'none':
      return undefined;
  }
}

function toLight(
  { limits, current, isStopped }: Pick<Deadlines, 'limits' | 'current' | 'isStopped'>,
  stage: Stage,
  calendar: WorkingCalendar,
  today: Day,
  settings: Settings,
): Light {
  if (current === undefined) return 'grey';
  const statutory = limits.find(({ name }) => name === 'statutory');
  const pastLaw = stage === 'decision' ? (statutory?.isMissed ?? false) : current.isMissed;
  if (pastLaw) return 'dark-red';
  if (current.isMissed) return 'red';
  if (isStopped) return 'grey';
  const remaining = calendar.countWorkingDays(today, current.dueOn);
  const { limit, startsOn, dueOn } = current;
  const whole =
    limit.unit === 'working-day' ? limit.count : calendar.countWorkingDays(startsOn, dueOn);
  const share = Math.ceil((whole * settings.yellowPercent) / 100);
  const yellow = Math.max(settings.yellowLeastDays, share);
  const isOnTheSpot = limit.count === 0;
  return remaining <= (isOnTheSpot ? 0 : yellow) ? 'yellow' : 'green';
}

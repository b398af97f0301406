import type { Grade } from '#modules/hall/evaluation/contract.ts';
import type { FinishKind, PriorityGroup } from '#modules/hall/queue/contract.ts';

import { type Chance, createChance } from '../chance.ts';
import type { Habits } from './habits.ts';

/** From and to in minutes after midnight. */
export type Stretch = readonly [from: number, to: number];

/** A line of the hall as the plan needs it, read from the centre before the day begins. */
export interface Line {
  readonly siteId: string;
  readonly siteCode: string;
  readonly isDistrict: boolean;
  readonly businessId: string;
  readonly code: string;
  readonly letter: string;
  readonly isRealName: boolean;
  /** Whose matters it stands for; empty for all. */
  readonly departmentCodes: readonly string[];
  readonly usualMinutes: number;
  /** Those that serve it as their own, by number. */
  readonly windowIds: readonly string[];
  /** Those that help out when their own line is empty. */
  readonly helperIds: readonly string[];
  /** When the site is open on the day. */
  readonly open: readonly Stretch[];
}

/** One person's visit, decided before the day begins; what the hall does with them is the hall's. */
export interface Visit {
  readonly index: number;
  readonly line: Line;
  /** Minutes after midnight at which they stand before the machine; nobody is there before the doors open. */
  readonly arrivesAt: number;
  readonly channel: 'machine' | 'desk' | 'appointment';
  /** Whether somebody who booked comes at all. */
  readonly comes: boolean;
  readonly priority: PriorityGroup | undefined;
  /** What they do when the wait is longer than this. */
  readonly patienceMinutes: number;
  readonly impatience: 'leaves' | 'gives-up' | 'stays';
  /** The call that they hear; 4 when all three are missed, after which they come back. */
  readonly hearsCall: number;
  readonly walkSeconds: number;
  readonly serviceSeconds: number;
  readonly turn: 'none' | 'hold' | 'transfer';
  readonly finish: FinishKind;
  readonly rating: { readonly way: 'pad' | 'phone'; readonly grade: Grade } | undefined;
}

export interface Staffing {
  readonly windowId: string;
  readonly lines: readonly Line[];
  /** One break of so many minutes from then on, in minutes after midnight. */
  readonly pause: { readonly at: number; readonly minutes: number } | undefined;
}

export interface DayPlan {
  readonly visits: readonly Visit[];
  readonly staffing: readonly Staffing[];
}

/** The day, the same for the same seed, lines and habits. */
export function planDay(
  lines: readonly Line[],
  {
    visits,
    seed,
    habits,
  }: { readonly visits: number; readonly seed: number; readonly habits: Habits },
): DayPlan {
  const open = lines.filter((line) => line.open.length > 0 && line.windowIds.length > 0);
  if (open.length === 0) throw new RangeError('The hall is closed on this day');
  const shares = shareOut(open, habits.districtShare);
  const chance = createChance(seed, 'lines');
  const planned = Array.from({ length: visits }, (_, index) =>
    planVisit(index, chance.pick(shares), createChance(seed, `visit ${index}`), habits),
  );
  return {
    visits: planned.toSorted((left, right) => left.arrivesAt - right.arrivesAt),
    staffing: staffWindows(open, planned, createChance(seed, 'windows'), habits),
  };
}

/** Each line by what its windows can do in a day; the district's as a whole takes its share. */
function shareOut(lines: readonly Line[], districtShare: number): Array<readonly [Line, number]> {
  const capacity = (line: Line) => line.windowIds.length / line.usualMinutes;
  const total = (own: readonly Line[]) => own.reduce((sum, line) => sum + capacity(line), 0);
  const [district, others] = [
    lines.filter((l) => l.isDistrict),
    lines.filter((l) => !l.isDistrict),
  ];
  const isMixed = district.length > 0 && others.length > 0;
  const whole = district.length > 0 ? 1 : 0;
  const part = isMixed ? districtShare : whole;
  const weigh = (own: readonly Line[], share: number) =>
    own.map((line) => [line, (capacity(line) / total(own)) * share] as const);
  return [...weigh(district, part), ...weigh(others, 1 - part)];
}

function planVisit(index: number, line: Line, chance: Chance, habits: Habits): Visit {
  const serviceSeconds = Math.round(chance.around(line.usualMinutes * 60));
  const finish = finishFor(line, chance, habits);
  const way = chance.pick(habits.rates);
  const grade = chance.pick(habits.grades);
  return {
    index,
    line,
    arrivesAt: arriveAt(line.open, chance, habits),
    channel: channelOf(line, chance, habits),
    comes: !chance.happens(habits.noShowShare),
    priority: chance.pick(habits.priorities),
    patienceMinutes: chance.between(8, 70),
    impatience: chance.pick([
      ['leaves', habits.leavesSilently * 3],
      ['gives-up', habits.givesUp * 3],
      ['stays', 1],
    ]),
    hearsCall: chance.pick(habits.hears),
    walkSeconds: Math.round(chance.between(15, 55)),
    serviceSeconds,
    turn: chance.pick([
      ['hold', habits.holdShare],
      ['transfer', habits.transferShare],
      ['none', 1 - habits.holdShare - habits.transferShare],
    ]),
    finish,
    rating: way === undefined || finish === 'wrong-business' ? undefined : { way, grade },
  };
}

/** Only the district's hall takes appointments. */
function channelOf(line: Line, chance: Chance, habits: Habits): Visit['channel'] {
  const isBooked = chance.happens(habits.appointmentShare);
  if (isBooked && line.isDistrict) return 'appointment';
  return chance.happens(habits.deskShare) ? 'desk' : 'machine';
}

/** Where results are handed out people collect them, at the enquiries they ask. */
function finishFor(line: Line, chance: Chance, habits: Habits): FinishKind {
  const drawn = chance.pick(habits.finishes);
  if (drawn === 'wrong-business') return drawn;
  if (line.code === 'issue') return 'collected';
  if (line.code === 'consultation') return 'consulted';
  return drawn;
}

function arriveAt(open: readonly Stretch[], chance: Chance, habits: Habits): number {
  const first = open[0]?.[0] ?? 0;
  const weighted = open.flatMap(([from, to]) =>
    hoursOf(from, to).map(([begin, end]) => {
      const hour = Math.floor(begin / 60);
      // Whoever waits at the door is there with the first minute.
      const early = begin === first ? (habits.arrivals[hour - 1] ?? 0) : 0;
      const share = ((habits.arrivals[hour] ?? 0) * (end - begin)) / 60;
      return [[begin, end] as const, share + early] as const;
    }),
  );
  const [begin, end] = chance.pick(weighted);
  return chance.between(begin + 0.2, end - 0.5);
}

/** The hours of the wall clock within a stretch, cut at its ends. */
function hoursOf(from: number, to: number): Array<readonly [number, number]> {
  const hours: Array<readonly [number, number]> = [];
  for (let begin = from; begin < to; begin = Math.floor(begin / 60) * 60 + 60)
    hours.push([begin, Math.min(to, Math.floor(begin / 60) * 60 + 60)]);
  return hours;
}

/** As many windows of each line as its visits fill; the others stay closed, as on any day. */
function staffWindows(
  lines: readonly Line[],
  visits: readonly Visit[],
  chance: Chance,
  { occupation, pauseShare }: Habits,
): Staffing[] {
  const served = new Map<string, Line[]>();
  for (const line of lines) {
    const own = visits.filter((visit) => visit.line === line);
    if (own.length === 0) continue;
    const work = own.reduce((sum, visit) => sum + visit.serviceSeconds + visit.walkSeconds, 0) / 60;
    const minutes = line.open.reduce((sum, [from, to]) => sum + to - from, 0);
    const needed = Math.max(1, Math.ceil(work / (minutes * occupation)));
    for (const windowId of line.windowIds.slice(0, needed))
      served.set(windowId, [...(served.get(windowId) ?? []), line]);
  }
  return [...served].map(([windowId, own]) => {
    const [from, to] = chance.pick((own[0]?.open ?? []).map((stretch) => [stretch, 1] as const));
    const pause = {
      at: chance.between(from + 45, Math.max(from + 46, to - 35)),
      minutes: 10 + chance.below(11),
    };
    return { windowId, lines: own, pause: chance.happens(pauseShare) ? pause : undefined };
  });
}

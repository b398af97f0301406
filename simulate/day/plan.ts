import type { FinishKind } from '#modules/hall/queue/contract.ts';

import { type Chance, createChance } from '../chance.ts';
import type { Habits } from './habits.ts';
import type { DayPlan, Line, Stretch, Visit } from './shapes.ts';
import { staffWindows } from './staffing.ts';

export type { DayPlan, Line, Staffing, Stretch, Visit } from './shapes.ts';

/** Of a line’s windows so many square roots of their number stay without work. */
const SLACK = 0.6;
/** From one visitor who leaves until the next has come to the window. */
const TURN_MINUTES = 1.2;

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
  const shares = shareOut(open, habits);
  const chance = createChance(seed, 'lines');
  const planned = Array.from({ length: visits }, (_, index) =>
    planVisit(index, chance.pick(shares), createChance(seed, `visit ${index}`), habits),
  );
  return {
    visits: planned.toSorted((left, right) => left.arrivesAt - right.arrivesAt),
    staffing: staffWindows(open, planned, createChance(seed, 'windows'), habits),
  };
}

/**
 * Each line by what its windows can do in a day, and less where they are few: a single window that is always busy
 * would be waited for all day, so its matters are not those that many come for. The district's as a whole takes its share.
 */
function shareOut(lines: readonly Line[], habits: Habits): Array<readonly [Line, number]> {
  const capacity = (line: Line) => {
    const windows = line.windowIds.length;
    return (windows - SLACK * Math.sqrt(windows)) / meanMinutes(line, habits);
  };
  const total = (own: readonly Line[]) => own.reduce((sum, line) => sum + capacity(line), 0);
  const [district, others] = [
    lines.filter((l) => l.isDistrict),
    lines.filter((l) => !l.isDistrict),
  ];
  const isMixed = district.length > 0 && others.length > 0;
  const whole = district.length > 0 ? 1 : 0;
  const part = isMixed ? habits.districtShare : whole;
  const weigh = (own: readonly Line[], share: number) =>
    own.map((line) => [line, (capacity(line) / total(own)) * share] as const);
  return [...weigh(district, part), ...weigh(others, 1 - part)];
}

/** How long one visit keeps a window of the line, with coming and going. */
function meanMinutes(line: Line, habits: Habits): number {
  const total = habits.finishes.reduce((sum, [, weight]) => sum + weight, 0);
  const share = habits.finishes.reduce(
    (sum, [finish, weight]) =>
      sum + (weight / total) * shareOfLength(line, finishAt(line, finish), habits),
    0,
  );
  return line.usualMinutes * share + TURN_MINUTES;
}

function planVisit(index: number, line: Line, chance: Chance, habits: Habits): Visit {
  const length = chance.around(line.usualMinutes * 60);
  const finish = finishAt(line, chance.pick(habits.finishes));
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
    serviceSeconds: Math.round(length * shareOfLength(line, finish, habits)),
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
const OWN_FINISH: Readonly<Record<string, FinishKind>> = {
  issue: 'collected',
  consultation: 'consulted',
};

const finishAt = ({ code }: Line, drawn: FinishKind): FinishKind =>
  drawn === 'wrong-business' ? drawn : (OWN_FINISH[code] ?? drawn);

/** What a line is there for takes its usual time; whoever only asks or collects at it is gone sooner. */
const shareOfLength = ({ code }: Line, finish: FinishKind, { lengths }: Habits): number =>
  OWN_FINISH[code] === finish ? 1 : lengths[finish];

function arriveAt(open: readonly Stretch[], chance: Chance, habits: Habits): number {
  const first = open[0]?.[0] ?? 0;
  const weighted = open.flatMap(([from, to]) =>
    hoursOf(from, to - habits.lateMinutes).map(([begin, end]) => {
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

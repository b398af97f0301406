import { percentile } from '#bench/statistics.ts';
import { finishWords, ticketStateWords } from '#modules/hall/queue/contract.ts';

import { isKept } from '../judge/invariant.ts';
import { answersBelong, repeatsAreAnsweredAlike } from '../judge/records.ts';
import type { Options } from '../options.ts';
import type { Ledger } from '../play/ledger.ts';
import type { Guest } from '../play/records.ts';
import type { Traffic } from '../play/requests.ts';
import type { Outcome } from '../simulate.ts';
import { toActs } from './acts.ts';
import { toErrors, type Told, toQuarters } from './series.ts';

/** What a run came to, as figures; the JSON report. */
export type Summary = ReturnType<typeof summarise>;

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

export function summarise(options: Options, outcome: Outcome) {
  const { centres, traffic } = outcome;
  const ledgers = centres.map(({ ledger }) => ledger);
  const sum = (of: (ledger: Ledger) => number) =>
    ledgers.reduce((total, ledger) => total + of(ledger), 0);
  const targetMinutes = centres[0]?.judged.targetMinutes ?? 0;
  const guests = ledgers.flatMap((ledger) => [...ledger.guests.values()]);
  const errors = guests.flatMap(({ calledAt, issuedAt, forecastMinutes }) =>
    calledAt === undefined || Number.isNaN(forecastMinutes)
      ? []
      : [forecastMinutes - (calledAt - issuedAt) / 60_000],
  );
  const visits = guests.map((guest) => toTold(guest, outcome.midnight));
  const waits = guests.flatMap(({ calledAt, issuedAt }) =>
    calledAt === undefined ? [] : [(calledAt - issuedAt) / 60_000],
  );
  const latencies = toLatencies(traffic);
  const told = toActs(centres, outcome.midnight);
  const count = latencies.reduce((total, own) => total + own.count, 0);
  const { beside, after, later } = traffic.sentAgain;
  const verdicts = [
    ...outcome.verdicts,
    repeatsAreAnsweredAlike(beside + after + later, traffic.unequal),
    answersBelong(count, traffic.strange),
  ];
  const figures = {
    visitsPlanned: centres.reduce((total, { plan }) => total + plan.visits.length, 0),
    ticketsDrawn: guests.length,
    turnedAway: Object.fromEntries(ledgers.flatMap(({ turnedAway }) => [...turnedAway])),
    visitsFinished: sum(({ finished }) => finished.size),
    ratings: sum(({ ratings }) => ratings.length),
    appointments: sum(({ bookings }) => bookings.length),
    cases: sum(({ cases }) => cases.size),
    casesFromHome: sum(({ online }) => online),
    outcomes: countOutcomes(outcome),
    kills: outcome.chaos.kills,
    blows: outcome.chaos.blows,
    cutConnections: outcome.chaos.cuts,
    secondsUntilAnswering: toAway(outcome.chaos.awayMs),
    sentAgain: traffic.sentAgain,
    padsThatNeverAsked: sum(({ unasked }) => unasked),
    windowsStaffed: centres.reduce((total, { plan }) => total + plan.staffing.length, 0),
    requests: count,
    wallSeconds: round(outcome.wallSeconds),
    requestsPerSecond: round(count / outcome.wallSeconds),
    serverCpuSeconds: round(outcome.serverCpuSeconds),
    workerCpuSeconds: round(outcome.workerCpuSeconds),
    timesFasterThanReal: round((9.5 * 3600) / outcome.wallSeconds),
    // How many centres of this size one such machine could live through at once in real time.
    centresInRealTime: round((centres.length * 9.5 * 3600) / outcome.wallSeconds),
    waitMinutes: toWaits(waits, targetMinutes),
    forecastErrorMinutes: { meanAbsolute: mean(errors.map(Math.abs)), bias: mean(errors) },
    repeatedRequests: traffic.repeated,
  };
  return {
    options: { ...options, speed: Number.isFinite(options.speed) ? options.speed : 'max' },
    isRight: verdicts.every(isKept),
    // The same for the same seed, whatever the machine; nothing else here is.
    fingerprints: { plan: told.plan, acts: told.acts },
    figures,
    quarters: toQuarters(visits),
    errors: toErrors(visits, { step: 5, most: 30 }),
    totals: centres.map(({ judged }) => judged.total),
    byHour: centres.map(({ judged }) => judged.byHour),
    latencies,
    verdicts,
    background: outcome.drained,
    lines: [
      `  plan ${told.plan.slice(0, 16)}, acts ${told.acts.slice(0, 16)}`,
      ...toLines(figures, verdicts),
    ],
  };
}

const mean = (values: readonly number[]) =>
  values.length === 0
    ? null
    : round(values.reduce((total, value) => total + value, 0) / values.length, 2);

function toWaits(waits: readonly number[], target: number) {
  const within = waits.filter((wait) => wait <= target).length;
  return {
    mean: mean(waits),
    p50: round(percentile(waits, 50)),
    p90: round(percentile(waits, 90)),
    most: round(Math.max(0, ...waits)),
    target,
    withinTarget: round(within / Math.max(1, waits.length), 3),
  };
}

const toAway = (awayMs: readonly number[]) =>
  awayMs.length === 0
    ? null
    : {
        p50: round(percentile(awayMs, 50) / 1_000, 2),
        most: round(Math.max(...awayMs) / 1_000, 2),
      };

/** Milliseconds of each kind of request, the most frequent first. */
function toLatencies({ times }: Traffic) {
  return [...times]
    .map(([act, own]) => ({
      act,
      count: own.length,
      p50: round(percentile(own, 50), 2),
      p95: round(percentile(own, 95), 2),
      p99: round(percentile(own, 99), 2),
      most: round(Math.max(...own), 1),
    }))
    .toSorted((left, right) => right.count - left.count);
}

function toTold({ issuedAt, calledAt, endedAt, forecastMinutes }: Guest, midnight: number): Told {
  const minutes = (at: number | undefined) =>
    at === undefined ? undefined : (at - midnight) / 60_000;
  return {
    issued: (issuedAt - midnight) / 60_000,
    called: minutes(calledAt),
    ended: minutes(endedAt),
    forecastMinutes,
  };
}

const FINISHES = new Map(Object.entries(finishWords));
const STATES = new Map(Object.entries(ticketStateWords));

/** What became of the tickets, the most frequent first. */
function countOutcomes({ centres }: Outcome) {
  const counts = Map.groupBy(
    centres.flatMap(({ judged }) => judged.tickets),
    ({ state, finishKind }) => finishKind ?? state,
  );
  return [...counts]
    .map(([kind, own]) => {
      const words = FINISHES.get(kind) ?? STATES.get(kind) ?? { 'zh-CN': kind, en: kind };
      return { kind, zh: words['zh-CN'], en: words.en, count: own.length };
    })
    .toSorted((left, right) => right.count - left.count);
}

function toLines(
  figures: Readonly<Record<string, unknown>>,
  verdicts: Outcome['verdicts'],
): string[] {
  return [
    ...Object.entries(figures).map(([name, value]) => `  ${name.padEnd(24)} ${show(value)}`),
    ...verdicts.map(
      ({ en, looked, violations }) =>
        `  ${violations.length === 0 ? '✓' : '✗'} ${en} (${looked} looked at${violations.length === 0 ? '' : `, ${violations.length} violations: ${violations.slice(0, 3).join('; ')}`})`,
    ),
  ];
}

const show = (value: unknown) =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : JSON.stringify(value);

import { setTimeout as pause } from 'node:timers/promises';

import { startOfLocalDay } from '#kernel/clock/local-day.ts';

import { createChance } from '../chance.ts';
import { type Agenda, createAgenda } from '../day/agenda.ts';
import { findLanes } from '../day/lanes.ts';
import type { DayPlan } from '../day/plan.ts';
import { expectBookings } from './booking.ts';
import { type Centre, enrolDevices } from './centre.ts';
import { Clerk } from './clerk.ts';
import { HallFloor, MINUTE, type Scene } from './hall.ts';
import { Ledger } from './ledger.ts';
import { expectOnline } from './online.ts';
import { readCatalogue } from './papers.ts';
import type { Requests, Who } from './requests.ts';
import { expectVisitor } from './visitor.ts';

const SLICE_MS = 5_000;
const HOUR = 60 * MINUTE;

/** A centre with what its day is to be. */
export interface CentreToPlay {
  readonly centre: Centre;
  readonly requests: Requests;
  readonly plan: DayPlan;
  readonly seed: number;
}

export interface PlayOptions {
  /** All live through the same day, by one clock. */
  readonly centres: readonly CentreToPlay[];
  /** How much faster than real time; Infinity for as fast as the centres answer. */
  readonly speed: number;
  readonly moveTo: (epochMs: number) => Promise<void>;
  readonly onProgress: (epochMs: number, agenda: Agenda) => void;
}

export interface Played {
  /** What each centre has acknowledged, in their order. */
  readonly ledgers: readonly Ledger[];
  readonly steps: number;
  readonly wallSeconds: number;
}

/** Plays the day from an hour before the first door opens until the last application of the evening. */
export async function playDay(options: PlayOptions): Promise<Played> {
  const midnight = startOfLocalDay(options.centres[0]?.centre.day ?? '').getTime();
  const pace = createPace(options.speed, midnight + 8 * HOUR);
  let now = midnight + 7 * HOUR;
  const agenda = createAgenda({
    sliceMs: SLICE_MS,
    moveTo: async (at) => {
      await pace(at);
      await options.moveTo(at);
      now = at;
    },
    onSlice: (at) => options.onProgress(at, agenda),
  });
  const ledgers: Ledger[] = [];
  const readClock = () => now;
  for (const one of options.centres)
    ledgers.push(await planCentre(one, agenda, readClock, midnight));
  const begun = performance.now();
  await agenda.run(midnight + 22 * HOUR);
  return { ledgers, steps: agenda.done, wallSeconds: (performance.now() - begun) / 1_000 };
}

/** Everybody of one centre takes their place; what they do is noted in the ledger that is given back. */
async function planCentre(
  { centre, requests, plan, seed }: CentreToPlay,
  agenda: Agenda,
  now: () => number,
  midnight: number,
): Promise<Ledger> {
  const scene: Scene = {
    centre,
    requests,
    agenda: {
      plan: (at, lane, act) => agenda.plan(at, `${centre.centreId} ${lane}`, act),
      planAlone: (at, lane, act) => agenda.planAlone(at, `${centre.centreId} ${lane}`, act),
    },
    ledger: new Ledger(),
    now,
    chanceOf: (name) => createChance(seed, name),
    laneOf: findLanes(centre.lines, plan.staffing),
    hall: new HallFloor(),
    midnight,
    catalogue: await readCatalogue(requests, centre),
    pads: await switchOnPads(requests, centre, plan),
  };
  for (const staffing of plan.staffing) {
    const clerk = new Clerk(scene, staffing);
    scene.hall.clerks.push(clerk);
    clerk.plan(staffing, midnight);
  }
  const [booked, others] = [
    plan.visits.filter(({ channel }) => channel === 'appointment'),
    plan.visits.filter(({ channel }) => channel !== 'appointment'),
  ];
  expectBookings(scene, booked);
  expectOnline(scene, plan.visits.length, seed);
  for (const visit of others) expectVisitor(scene, visit, midnight);
  return scene.ledger;
}

/** Waits until the wall clock has come as far as the day should have by then. */
function createPace(speed: number, from: number): (at: number) => Promise<void> {
  if (!Number.isFinite(speed)) return () => Promise.resolve();
  const begun = performance.now();
  return async (at) => {
    const ahead = (at - from) / speed - (performance.now() - begun);
    if (ahead > 1) await pause(ahead);
  };
}

async function switchOnPads(
  requests: Requests,
  centre: Centre,
  plan: DayPlan,
): Promise<Map<string, Who>> {
  const windows = new Map(
    plan.staffing.map(({ windowId, lines }) => [
      `${lines[0]?.siteId ?? ''}/${centre.windowNumbers.get(windowId) ?? ''}`,
      windowId,
    ]),
  );
  const keyOf = (device: { siteId: string; windowNumber: number | null }) =>
    `${device.siteId}/${device.windowNumber ?? ''}`;
  const pads = await enrolDevices(
    requests,
    centre.pose('device-manager'),
    'evaluation-pad',
    (device) => windows.has(keyOf(device)),
  );
  return new Map(
    pads.flatMap((pad) => {
      const windowId = windows.get(keyOf(pad));
      return windowId === undefined ? [] : [[windowId, { deviceKey: pad.deviceKey }] as const];
    }),
  );
}

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { HABITS } from './habits.ts';
import { type Line, planDay } from './plan.ts';
import { isBearable, waitsBefore } from './staffing.ts';

const line = (code: string, windows: number, usualMinutes: number): Line => ({
  siteId: 'hall',
  siteCode: 'hall',
  isDistrict: true,
  businessId: code,
  code,
  letter: 'A',
  isRealName: false,
  departmentCodes: [],
  usualMinutes,
  windowIds: Array.from({ length: windows }, (_, number) => `${code}-${number}`),
  helperIds: [],
  open: [
    [540, 690],
    [810, 1020],
  ],
});
const lines = [line('enterprise', 16, 14), line('real-estate', 10, 20), line('issue', 4, 4)];

it('staffs the fewest windows with which a line’s wait is bearable', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 700 }), (seed, visits) => {
      const plan = planDay(lines, { visits, seed, habits: HABITS });
      for (const one of lines) {
        const own = plan.visits.filter((visit) => visit.line === one);
        const staffed = plan.staffing.filter((window) => window.lines.includes(one)).length;
        const isBorne = (windows: number) => isBearable(one, own, windows, HABITS.bearable);
        const isEnough = staffed === one.windowIds.length || isBorne(staffed);
        const isLeast = staffed <= 1 || !isBorne(staffed - 1);
        expect([one.code, isEnough, isLeast]).toEqual([one.code, true, true]);
      }
    }),
    { numRuns: 40 },
  );
});

it('has the most arrivals about ten and about two, and visits that are shorter than a whole application', () => {
  const { visits } = planDay(lines, { visits: 4_000, seed: 7, habits: HABITS });
  const at = (hour: number) =>
    visits.filter(({ arrivesAt }) => Math.floor(arrivesAt / 60) === hour).length;
  for (const other of [9, 11, 13, 15, 16]) {
    expect(at(10)).toBeGreaterThan(at(other));
    expect(at(14)).toBeGreaterThan(at(other));
  }
  const mean = (finish: string) => {
    const own = visits.filter((one) => one.line.code === 'enterprise' && one.finish === finish);
    return own.reduce((sum, one) => sum + one.serviceSeconds, 0) / own.length / 60;
  };
  expect(mean('accepted')).toBeGreaterThan(12);
  expect(mean('accepted')).toBeLessThan(16);
  expect(mean('consulted')).toBeLessThan(8);
});

it('serves after lunch whom nobody could serve before it', () => {
  const [, , issue] = lines;
  if (issue === undefined) throw new Error('no line');
  const { visits } = planDay([issue], { visits: 1, seed: 1, habits: HABITS });
  const [visit] = visits;
  if (visit === undefined) throw new Error('nobody comes');
  const hour = { ...visit, serviceSeconds: 3_600, walkSeconds: 0, hearsCall: 1 };
  const day = [
    { ...hour, arrivesAt: 680 },
    { ...hour, arrivesAt: 685 },
  ];
  // The second finds the window busy until 12:20 and is served at 13:30.
  expect(waitsBefore(issue, day, 1)).toEqual([0, 810 - 685]);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { HABITS } from './habits.ts';
import { type Line, planDay } from './plan.ts';

const line = (code: string, more: Partial<Line> = {}): Line => ({
  siteId: 'hall',
  siteCode: 'hall',
  isDistrict: true,
  businessId: code,
  code,
  letter: 'A',
  isRealName: false,
  departmentCodes: [],
  usualMinutes: 10,
  windowIds: Array.from({ length: 12 }, (_, number) => `${code}-${number}`),
  helperIds: [],
  open: [
    [540, 690],
    [810, 1020],
  ],
  ...more,
});
const lines = [
  line('enterprise'),
  line('issue', { usualMinutes: 4 }),
  line('town', { siteId: 'town', isDistrict: false, open: [[510, 690]] }),
];

it('is the same for the same seed, and another for another', () => {
  const plan = (seed: number) => planDay(lines, { visits: 50, seed, habits: HABITS });
  expect(plan(1)).toEqual(plan(1));
  expect(plan(1)).not.toEqual(plan(2));
});

it('lets nobody arrive while the site of their line is closed', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 120 }), (seed, visits) => {
      const { visits: planned } = planDay(lines, { visits, seed, habits: HABITS });
      expect(planned).toHaveLength(visits);
      for (const { arrivesAt, line: own } of planned)
        expect(own.open.some(([from, to]) => arrivesAt >= from && arrivesAt < to)).toBe(true);
    }),
  );
});

it('staffs windows for every line that somebody visits, and more of them for more people', () => {
  const staffed = (visits: number) => planDay(lines, { visits, seed: 3, habits: HABITS });
  const few = staffed(30);
  const many = staffed(900);
  expect(many.staffing.length).toBeGreaterThan(few.staffing.length);
  for (const { line: own } of many.visits)
    expect(many.staffing.some((window) => window.lines.includes(own))).toBe(true);
});

it('hands results out where results are handed out', () => {
  const { visits } = planDay(lines, { visits: 400, seed: 5, habits: HABITS });
  const kinds = new Set(
    visits.filter(({ line: own }) => own.code === 'issue').map((v) => v.finish),
  );
  expect([...kinds].every((kind) => kind === 'collected' || kind === 'wrong-business')).toBe(true);
});

it('refuses a day on which everything is closed', () => {
  const closed = lines.map((one) => ({ ...one, open: [] }));
  expect(() => planDay(closed, { visits: 1, seed: 1, habits: HABITS })).toThrow('closed');
});

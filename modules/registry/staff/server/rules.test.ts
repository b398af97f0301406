import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toDay } from '#kernel/clock/day.ts';

import { findDutyConflicts, isAway } from './rules-roster.ts';
import { arrangementOn, standOf } from './rules-standing.ts';
import { findStationingConflicts, holdsOn, type Stationing } from './rules-stationing.ts';
import { mondayOf } from './week.ts';

const BASE = 20_400;
const FIRST = toDay(BASE);
const day = fc.integer({ min: BASE, max: BASE + 20 }).map(toDay);
const person = fc.constantFrom('p1', 'p2', 'p3', 'p4');
const row: fc.Arbitrary<Stationing> = fc
  .record({
    id: fc.uuid(),
    windowId: fc.constantFrom('w1', 'w2', 'w3'),
    personAId: person,
    personBId: fc.option(person),
    from: day,
    to: fc.option(day),
  })
  .filter((one) => one.personAId !== one.personBId && (one.to === null || one.from <= one.to))
  .map(({ from, to, ...one }) => ({ ...one, validFrom: from, validTo: to }));
const rows = fc.uniqueArray(row, { maxLength: 7, selector: (one) => one.id });

describe('who may hold which window', () => {
  test('no conflict is named exactly when, on every day, a window has one pair and a person one A post', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const isClean = Array.from({ length: 22 }, (_, index) => toDay(BASE + index)).every(
          (on) => {
            const holding = all.filter((one) => holdsOn(one, on));
            const windows = new Set(holding.map((one) => one.windowId));
            const holders = new Set(holding.map((one) => one.personAId));
            return windows.size === holding.length && holders.size === holding.length;
          },
        );
        expect(findStationingConflicts(all).length === 0).toBe(isClean);
      }),
    );
  });

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const keys = (list: readonly Stationing[]) =>
          findStationingConflicts(list)
            .map(({ kind, first, second }) => [kind, ...[first.id, second.id].toSorted()].join(' '))
            .toSorted();
        expect(keys(all.toReversed())).toEqual(keys(all));
      }),
    );
  });
});

describe('who stands at a window', () => {
  test('never somebody who is away, B only when A is, and nobody only when both are', () => {
    fc.assert(
      fc.property(rows, day, fc.uniqueArray(person), (all, on, absent) => {
        const away = (id: string) => absent.some((one) => one === id);
        const found = arrangementOn(all, 'w1', on);
        const { standing, personId } = standOf(found, away);
        const ids = [found?.personAId ?? null, found?.personBId ?? null];
        const present = ids.map((id) => id !== null && !away(id)).indexOf(true);
        const nobody = found === undefined ? 'unstaffed' : 'uncovered';
        expect(standing).toBe(['a', 'b'][present] ?? nobody);
        expect(personId).toBe(ids[present] ?? null);
      }),
    );
  });
});

describe('a plan of shifts', () => {
  const duty = { personId: 'p1', day: FIRST, shiftCode: 'early', starts: '08:30', ends: '12:45' };
  const late = { ...duty, shiftCode: 'late', starts: '12:45', ends: '17:15' };
  const none = { absences: [], isOpen: () => true, hasLeft: () => false };
  const kinds = (duties: ReadonlyArray<typeof duty>, more: object = {}) =>
    findDutyConflicts(duties, { ...none, ...more }).map(({ kind }) => kind);

  test('takes two shifts that follow each other, and refuses two at once', () => {
    expect(kinds([duty, late])).toEqual([]);
    expect(kinds([duty, { ...late, starts: '12:44' }])).toEqual(['two-shifts']);
    expect(kinds([duty, { ...late, personId: 'p2', starts: '09:00' }])).toEqual([]);
  });

  test('names leave, closed days and people who left', () => {
    const leave = { personId: 'p1', status: 'approved', startsOn: FIRST, endsOn: FIRST };
    expect(kinds([duty], { absences: [leave] })).toEqual(['on-leave']);
    expect(kinds([duty], { absences: [{ ...leave, status: 'requested' }] })).toEqual([]);
    expect(kinds([duty], { isOpen: () => false })).toEqual(['closed-day']);
    expect(kinds([duty], { hasLeft: () => true })).toEqual(['has-left']);
  });

  test('leave counts its first and its last day, and no other', () => {
    fc.assert(
      fc.property(day, day, day, (startsOn, endsOn, on) => {
        const absences = [{ personId: 'p1', status: 'approved' as const, startsOn, endsOn }];
        expect(isAway(absences, 'p1', on)).toBe(startsOn <= on && on <= endsOn);
      }),
    );
  });

  test('a week begins on its Monday', () => {
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-12-01')).toBe('2026-11-30');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addCounts, type Counts, noCounts, toFigures, toRate } from './figures.ts';

const counts = (more: Partial<Counts>): Counts => ({ ...noCounts, ...more });
const graded = (five: number, four: number, three: number, two: number, one: number) => ({
  'very-satisfied': five,
  satisfied: four,
  'basically-satisfied': three,
  dissatisfied: two,
  'very-dissatisfied': one,
});

describe('figures of ratings', () => {
  it('say nothing where nobody was served and nobody rated: null, never 100 %', () => {
    const figures = toFigures(noCounts);
    for (const rate of [
      figures.activeRate,
      figures.ratedRate,
      figures.goodRate,
      figures.badRate,
      figures.rectifiedRate,
      figures.onTimeRate,
      figures.calledBackRate,
    ])
      expect(rate.value).toBeNull();
    expect(figures.mean).toBeNull();
  });

  it('count by the stated formulas', () => {
    const figures = toFigures(
      counts({
        due: 200,
        grades: graded(80, 10, 6, 3, 1),
        defaults: 20,
        bad: 5,
        badExcluded: 1,
        rectified: 3,
        rectifiedOnTime: 2,
        namedBad: 2,
        calledBack: 1,
      }),
    );
    expect(figures.active).toBe(100);
    expect(figures.activeRate.value).toBe(0.5);
    expect(figures.ratedRate.value).toBe(0.6);
    expect(figures.goodRate.value).toBe(0.96);
    expect(figures.badRate.value).toBe(0.04);
    expect(figures.mean).toBe(9.3);
    expect(figures.rectifiedRate).toEqual({ part: 3, whole: 4, value: 0.75 });
    expect(figures.onTimeRate.value).toBe(0.6667);
    expect(figures.calledBackRate.value).toBe(0.5);
  });

  it('never count a default as a rating, nor let it lift the good rate', () => {
    const without = toFigures(counts({ due: 10, grades: graded(1, 0, 0, 1, 0) }));
    const withDefaults = toFigures(counts({ due: 10, grades: graded(1, 0, 0, 1, 0), defaults: 8 }));
    expect(withDefaults.active).toBe(without.active);
    expect(withDefaults.goodRate).toEqual(without.goodRate);
    expect(withDefaults.mean).toBe(without.mean);
    expect(withDefaults.ratedRate.value).toBe(1);
  });

  it('have good and bad rates that are whole together, between nothing and all', () => {
    const some = fc.nat(50);
    fc.assert(
      fc.property(fc.tuple(some, some, some, some, some), (grades) => {
        const figures = toFigures(counts({ due: 500, grades: graded(...grades) }));
        const { goodRate, badRate, mean } = figures;
        expect(goodRate.part + badRate.part).toBe(figures.active);
        if (goodRate.value === null || badRate.value === null || mean === null) {
          expect(figures.active).toBe(0);
          return;
        }
        expect(goodRate.value + badRate.value).toBeCloseTo(1, 3);
        expect(mean).toBeGreaterThanOrEqual(2);
        expect(mean).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('are the same whether groups are added first or last', () => {
    const some = fc.record({
      due: fc.nat(99),
      defaults: fc.nat(9),
      bad: fc.nat(9),
      excluded: fc.nat(9),
    });
    fc.assert(
      fc.property(some, some, (one, other) => {
        const sum = addCounts(counts(one), counts(other));
        expect(sum).toEqual(addCounts(counts(other), counts(one)));
        expect(sum.due).toBe(one.due + other.due);
        expect(addCounts(sum, noCounts)).toEqual(sum);
      }),
    );
    expect(toRate(0, 0).value).toBeNull();
  });
});

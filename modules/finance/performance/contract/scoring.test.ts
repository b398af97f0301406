import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';

import { checkIndicators, shareWeights } from './check-indicators.ts';
import { readDecimal, toHundredths } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import type { Sign } from './levels.ts';
import { gradeOf, scoreExecution, scoreIndicator, sumPoints } from './scoring.ts';

const score = (sign: Sign, target: string, value: string | null, weight = '20') =>
  scoreIndicator({ sign, target, weight }, value);

const number = fc
  .tuple(fc.nat(100_000), fc.nat(9999))
  .map(([whole, rest]) => `${whole}.${String(rest).padStart(4, '0')}`);
const weight = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.nat(99))
  .map(([whole, rest]) => `${whole}.${String(rest).padStart(2, '0')}`);
const sign = fc.constantFrom<Sign>('at-least', 'at-most', 'equal');

describe('points of an indicator', () => {
  test('a target that is reached takes all of its weight', () => {
    expect(score('at-least', '95', '95').score).toBe('20.00');
    expect(score('at-most', '15', '12.5').score).toBe('20.00');
    expect(score('equal', '12', '12').score).toBe('20.00');
  });

  test('one that is missed takes the part that was reached', () => {
    expect(score('at-least', '100', '75')).toMatchObject({ score: '15.00', attained: '75.00' });
    expect(score('at-most', '15', '20').score).toBe('15.00');
    expect(score('equal', '12', '11').score).toBe('18.33');
    expect(score('at-most', '0', '3').score).toBe('0.00');
  });

  test('a qualitative one takes the percentage it was judged at', () => {
    expect(score('qualitative', '按期交付', '80').score).toBe('16.00');
    expect(score('qualitative', '按期交付', '100')).toMatchObject({
      score: '20.00',
      mustExplain: false,
    });
  });

  test('without a value it has no points, and that is explained', () => {
    expect(score('at-least', '95', null)).toEqual({
      score: null,
      attained: null,
      mustExplain: true,
    });
  });

  test('a value a third above its target is explained too: the target was too low', () => {
    expect(score('at-least', '100', '130').mustExplain).toBe(false);
    expect(score('at-least', '100', '130.01').mustExplain).toBe(true);
  });

  test('never takes less than nought or more than its weight', () => {
    fc.assert(
      fc.property(sign, number, number, weight, (how, target, value, points) => {
        const scored = score(how, target, value, points).score ?? '0';
        expect(toHundredths(scored)).toBeGreaterThanOrEqual(0n);
        expect(toHundredths(scored)).toBeLessThanOrEqual(toHundredths(points));
      }),
    );
  });

  test('a better value never takes fewer points', () => {
    fc.assert(
      fc.property(number, number, number, weight, (target, one, other, points) => {
        const [less, more] =
          (readDecimal(one) ?? 0n) <= (readDecimal(other) ?? 0n) ? [one, other] : [other, one];
        const of = (how: Sign, value: string) =>
          toHundredths(score(how, target, value, points).score ?? '0');
        expect(of('at-least', more)).toBeGreaterThanOrEqual(of('at-least', less));
        expect(of('at-most', less)).toBeGreaterThanOrEqual(of('at-most', more));
      }),
    );
  });

  test('what takes fewer points than its weight is always explained', () => {
    fc.assert(
      fc.property(sign, number, number, (how, target, value) => {
        const scored = score(how, target, value);
        expect(scored.score === '20.00' || scored.mustExplain).toBe(true);
      }),
    );
  });
});

describe('points of the execution of the budget', () => {
  test('AC21: are ten times the part paid, at most ten', () => {
    expect(scoreExecution(0n, 100n)).toBe('0.00');
    expect(scoreExecution(50n, 100n)).toBe('5.00');
    expect(scoreExecution(100n, 100n)).toBe('10.00');
    expect(scoreExecution(101n, 100n)).toBe('10.00');
    expect(scoreExecution(9_310_260n, 13_507_696_50n)).toBe('0.07');
  });

  test('are blank when there is no limit to hold it against', () => {
    expect(scoreExecution(5n, 0n)).toBeNull();
  });

  test('never leave nought to ten, and never fall when more is paid', () => {
    const fen = fc.bigInt({ min: 0n, max: 10_000_000_000n });
    fc.assert(
      fc.property(fen, fen, fc.bigInt({ min: 1n, max: 10_000_000_000n }), (one, more, limit) => {
        const before = toHundredths(scoreExecution(one, limit) ?? '0');
        const after = toHundredths(scoreExecution(one + more, limit) ?? '0');
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(1000n);
      }),
    );
  });
});

test('grades change at 90, 80 and 60 points', () => {
  expect(['90.00', '89.99', '80.00', '79.99', '60.00', '59.99'].map(gradeOf)).toEqual([
    'excellent',
    'good',
    'good',
    'fair',
    'fair',
    'poor',
  ]);
  expect(sumPoints(['10.00', null, '80.5'])).toBe('90.50');
});

describe('a set of indicators', () => {
  const one = (more: Partial<Indicator>): Indicator => ({
    id: newId(),
    level1: 'output',
    level2: 'quantity',
    level3: '发放套数',
    sign: 'at-least',
    target: '32000',
    unit: '套',
    weight: '50',
    measure: 'manual',
    basis: '',
    ...more,
  });
  const benefit = one({
    level1: 'benefit',
    level2: 'social-benefit',
    level3: '节约企业开办成本',
    weight: '30',
  });
  const content = one({
    level1: 'satisfaction',
    level2: 'served',
    level3: '企业满意度',
    weight: '10',
  });

  test('AC21: is right when its weights add up to ninety', () => {
    const all = [one({}), benefit, content];
    expect(checkIndicators(all, new Set())).toEqual([]);
    expect(shareWeights(all).isUsual).toBe(true);
  });

  test('is refused with the sum that it has', () => {
    const [fault] = checkIndicators([one({ weight: '49.99' }), benefit, content]);
    expect(fault?.reason['zh-CN']).toContain('89.99');
  });

  test.each([
    ['a second level of another first', { level2: 'served' } as const, '二级指标'],
    ['a target that is no number', { target: '约32000' }, '不是数字'],
    ['a target with five decimals', { target: '1.00001' }, '不是数字'],
    ['a measure that no module offers', { measure: 'seals.gone' }, 'seals.gone'],
    [
      'a qualitative one that a machine would judge',
      { sign: 'qualitative', measure: 'queue.served' } as const,
      '人工评定',
    ],
    ['the same twice', { level3: '企业满意度' }, '重复'],
  ])('is refused for %s', (_what, more, word) => {
    const faults = checkIndicators([content, one(more), benefit], new Set(['queue.served']));
    expect(faults.map(({ reason }) => reason['zh-CN']).join()).toContain(word);
    expect(faults.every(({ index }) => index === 1)).toBe(true);
  });
});

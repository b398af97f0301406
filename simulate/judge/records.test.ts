import { expect, it } from 'vitest';

import {
  answersBelong,
  auditIsWhole,
  backgroundIsDone,
  ledgerBalances,
  repeatsAreAnsweredAlike,
} from './records.ts';

const balanced = { isRight: true, movements: 12, legs: '0.00', differences: [] };

it('finds a ledger whose legs do not sum to nothing, and a line that its movements do not make', () => {
  expect(ledgerBalances(balanced).violations).toEqual([]);
  const tilted = { ...balanced, isRight: false, legs: '0.01' };
  expect(ledgerBalances(tilted).violations).toHaveLength(1);
  const differences = [{ line: 'L001', bucket: 'paid' as const, current: '5.00', rebuilt: '4.00' }];
  expect(ledgerBalances({ ...balanced, isRight: false, differences }).violations).toHaveLength(1);
  expect(ledgerBalances({ ...balanced, isRight: false }).violations).toHaveLength(1);
});

it('finds a broken audit chain, and entries that stayed outside', () => {
  const whole = { entries: 40, waiting: 0, findings: [] };
  expect(auditIsWhole(whole).violations).toEqual([]);
  const findings = [{ kind: 'changed' }] as never;
  expect(auditIsWhole({ ...whole, findings }).violations).toHaveLength(1);
  expect(auditIsWhole({ ...whole, waiting: 3 }).violations).toHaveLength(1);
});

it('finds an event that a listener has not heard, a job that died, and what failed at the end', () => {
  const done = { looked: 9, parked: [], dead: [], failures: [] };
  expect(backgroundIsDone(done).violations).toEqual([]);
  const parked = [{ listener: 'l', name: 'queue.ticket-finished', state: 'dead', error: 'x' }];
  expect(backgroundIsDone({ ...done, parked }).violations).toHaveLength(1);
  const dead = [{ name: 'queue.close-day', error: 'x' }];
  expect(backgroundIsDone({ ...done, dead }).violations).toHaveLength(1);
  expect(backgroundIsDone({ ...done, failures: ['x'] }).violations).toHaveLength(1);
});

it('finds a repeat that was told something else, and an answer that does not belong to the day', () => {
  expect(repeatsAreAnsweredAlike(5, []).violations).toEqual([]);
  expect(repeatsAreAnsweredAlike(5, ['queue.finish: 200 | 409']).violations).toHaveLength(1);
  expect(answersBelong(90, []).violations).toEqual([]);
  expect(answersBelong(90, ['queue.callNext 500']).violations).toHaveLength(1);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { DEFAULT_SETTINGS, SetAct, SetState, transitions } from '../../contract.ts';
import { decideEntitlement } from './entitlement.ts';
import { forecastExhaustion, nextMonth } from './forecast.ts';
import { lightOf } from './lights.ts';
import { type Candidate, chooseMaker } from './routing.ts';

const firm = {
  uscc: '91310117MA1T10019N',
  licensedOn: '2026-09-24',
  claimUntil: '2026-12-24',
  today: '2026-11-22',
  prior: undefined,
};
const reason = (more: Partial<Parameters<typeof decideEntitlement>[0]>) =>
  decideEntitlement({ ...firm, ...more }, DEFAULT_SETTINGS)?.kind.code;

describe('entitlement', () => {
  test('is that of a new firm of the district within three months', () => {
    expect(reason({})).toBeUndefined();
    expect(reason({ today: '2026-12-24' })).toBeUndefined();
    expect(reason({ today: '2026-12-25' })).toBe('seals/too-late');
    expect(reason({ uscc: '91310115MA1T10019N' })).toBe('seals/not-in-district');
    expect(reason({ uscc: '92310117MA1T10019N' })).toBe('seals/not-a-firm');
    expect(reason({ licensedOn: undefined })).toBe('seals/no-licence');
  });

  test('is used up by the first set, and the refusal names it', () => {
    const prior = {
      number: 'KZ202600001',
      state: 'signed',
      appliedOn: '2026-10-01',
      claimUntil: '2026-12-24',
    } as const;
    const refusal = decideEntitlement({ ...firm, prior }, DEFAULT_SETTINGS);
    expect(refusal?.kind.code).toBe('seals/already-had');
    expect(refusal?.values).toMatchObject({ day: '2026-10-01', number: 'KZ202600001' });
    expect(reason({ prior: { ...prior, state: 'eligible' } })).toBeUndefined();
  });
});

const makers = fc
  .array(fc.record({ quota: fc.integer({ min: 1, max: 100 }) }), { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map(({ quota }, at): Candidate => ({
      id: `m${at}`,
      quota,
      promiseHours: 8,
      dailyCapacity: 1000,
      isActive: true,
      givenThisMonth: 0,
      givenToday: 0,
    })),
  );

describe('routing', () => {
  test('gives each maker its part, never more than one set off', () => {
    fc.assert(
      fc.property(makers, fc.integer({ min: 1, max: 200 }), (start, count) => {
        let all = start;
        for (let at = 0; at < count; at += 1) {
          const chosen = chooseMaker(all, []);
          if (typeof chosen === 'string') throw new Error(chosen);
          all = all.map((one) =>
            one.id === chosen.id ? { ...one, givenThisMonth: one.givenThisMonth + 1 } : one,
          );
        }
        const quotas = all.reduce((sum, { quota }) => sum + quota, 0);
        for (const { quota, givenThisMonth } of all)
          expect(Math.abs(givenThisMonth - (count * quota) / quotas)).toBeLessThan(
            Math.max(1, all.length - 1) + 1e-9,
          );
      }),
    );
  });

  test('passes over who is full, suspended or gave it back, and says why nobody is left', () => {
    const [one, other] = [
      {
        id: 'a',
        quota: 1,
        promiseHours: 8,
        dailyCapacity: 1,
        isActive: true,
        givenThisMonth: 0,
        givenToday: 0,
      },
      {
        id: 'b',
        quota: 9,
        promiseHours: 8,
        dailyCapacity: 1,
        isActive: true,
        givenThisMonth: 0,
        givenToday: 0,
      },
    ];
    const id = (chosen: ReturnType<typeof chooseMaker>) =>
      typeof chosen === 'string' ? chosen : chosen.id;
    expect(id(chooseMaker([one, other], []))).toBe('b');
    expect(id(chooseMaker([one, { ...other, givenToday: 1 }], []))).toBe('a');
    expect(id(chooseMaker([one, other], ['b']))).toBe('a');
    expect(id(chooseMaker([one, other], ['a', 'b']))).toBe('all-declined');
    expect(id(chooseMaker([{ ...one, isActive: false }], []))).toBe('none-active');
    expect(id(chooseMaker([{ ...one, givenToday: 1 }], []))).toBe('all-full');
  });
});

describe('the law of a set', () => {
  test('leads to a signature from every state that is not an end', () => {
    const ends = new Set(['signed', 'lapsed', 'cancelled']);
    const leads = (from: SetState): SetState[] =>
      SetAct.options.flatMap((act) => {
        const { from: states, to } = transitions[act];
        return states.includes(from) && to !== 'same' ? [to] : [];
      });
    for (const start of SetState.options.filter((state) => !ends.has(state))) {
      const seen = new Set<SetState>([start]);
      for (const state of seen) for (const next of leads(state)) seen.add(next);
      expect([start, seen.has('signed')]).toEqual([start, true]);
    }
  });
});

describe('lights', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  const light = (state: SetState, due: string, answer: string | null = null) =>
    lightOf(
      { state, due_on: due, answer_by: answer === null ? null : new Date(answer) },
      now,
      '2026-11-23',
    );
  test('are yellow on the day of the promise and red after it, until the set is at the centre', () => {
    expect(light('accepted', '2026-11-24')).toBe('green');
    expect(light('accepted', '2026-11-23')).toBe('yellow');
    expect(light('accepted', '2026-11-20')).toBe('red');
    expect(light('at-centre', '2026-11-20')).toBe('green');
    expect(light('dispatched', '2026-11-24', '2026-11-23T01:59:00Z')).toBe('red');
  });
});

describe('the forecast', () => {
  test('names the month in which 32,000 sets are used up', () => {
    const past = ['2026-01', '2026-02', '2026-03'].map((month) => ({ month, sets: 4000 }));
    const asked = { past, present: '2026-04', signedInPresent: 0, lastMonth: '2026-12' };
    expect(forecastExhaustion({ ...asked, left: 20_000 })).toEqual({
      perMonth: 4000,
      exhaustedIn: '2026-08',
    });
    expect(forecastExhaustion({ ...asked, left: 60_000 }).exhaustedIn).toBeNull();
    expect(forecastExhaustion({ ...asked, left: 0 }).exhaustedIn).toBe('2026-04');
  });

  test('counts months over the end of a year', () => {
    expect([nextMonth('2026-12'), nextMonth('2026-09')]).toEqual(['2027-01', '2026-10']);
  });
});

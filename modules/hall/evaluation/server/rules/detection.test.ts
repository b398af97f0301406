import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '../../contract.ts';
import { detect, isSuspect, type Observed } from './detection.ts';

const NOW = new Date('2026-01-20T02:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const quiet: Observed = {
  shownForSeconds: 9,
  isStaffSession: false,
  wasPressed: false,
  ratedAt: NOW,
  sameAddress: [],
  samePhone: [],
  samePad: [ago(12)],
  ofClerk: [],
  said: '["very-satisfied",["510"]]',
};

const { rules } = DEFAULT_SETTINGS;
const codesOf = (observed: Observed) => detect(rules, observed).map(({ code }) => code);

describe('forced and staff-made ratings', () => {
  it('are not seen in an ordinary visit', () => {
    expect(codesOf(quiet)).toEqual([]);
    expect(isSuspect([], DEFAULT_SETTINGS)).toBe(false);
  });

  it('are seen at once when the rater was signed in as staff, or says that a good grade was asked for', () => {
    for (const one of [{ isStaffSession: true }, { wasPressed: true }]) {
      const found = detect(rules, { ...quiet, ...one });
      expect(isSuspect(found, DEFAULT_SETTINGS)).toBe(true);
    }
  });

  it('are suspected of a pad that is pressed as fast as it appears, again and again', () => {
    const observed = { ...quiet, shownForSeconds: 1, samePad: [ago(1), ago(2), ago(3)] };
    expect(codesOf(observed)).toEqual(['too-quick', 'pad-burst']);
    expect(isSuspect(detect(rules, observed), DEFAULT_SETTINGS)).toBe(true);
    expect(isSuspect(detect(rules, { ...quiet, shownForSeconds: 1 }), DEFAULT_SETTINGS)).toBe(
      false,
    );
  });

  it('are suspected of one telephone that rates three services in a day', () => {
    expect(codesOf({ ...quiet, samePhone: [ago(30), ago(60)] })).toEqual(['same-phone']);
    expect(codesOf({ ...quiet, samePhone: [ago(30), ago(60 * 25)] })).toEqual([]);
  });

  it('count a run of the same words of one clerk only while nothing else was said between', () => {
    const run = Array.from({ length: 20 }, (_, index) => ({
      at: ago(index + 1),
      said: quiet.said,
    }));
    expect(codesOf({ ...quiet, ofClerk: run })).toEqual(['monotone']);
    const broken = run.map((one, index) => (index === 5 ? { ...one, said: 'else' } : one));
    expect(codesOf({ ...quiet, ofClerk: broken })).toEqual([]);
  });

  it('are never found by a rule that is switched off, and more of the same never clears a suspicion', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (few, more) => {
        const times = (count: number) => Array.from({ length: count }, () => ago(1));
        const found = detect(rules, { ...quiet, sameAddress: times(few) });
        const further = detect(rules, { ...quiet, sameAddress: times(few + more) });
        expect(further.length).toBeGreaterThanOrEqual(found.length);
        const off = rules.map((rule) => ({ ...rule, isOn: false }));
        expect(detect(off, { ...quiet, sameAddress: times(few + more), wasPressed: true })).toEqual(
          [],
        );
      }),
    );
  });
});

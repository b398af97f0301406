import { describe, expect, it } from 'vitest';

import { isPasswordOld, nextStep } from './sign-in-step.ts';

const plain = {
  hasFactor: false,
  isFactorProven: false,
  isFactorDemanded: false,
  mustChangePassword: false,
};

describe('the steps of a sign-in', () => {
  it('end at once when nothing more is asked', () => {
    expect(nextStep(plain)).toBe('complete');
  });

  it('ask for the enrolled factor before anything else, so that a stolen one-time password changes nothing', () => {
    expect(nextStep({ ...plain, hasFactor: true, mustChangePassword: true })).toBe('second-factor');
    expect(
      nextStep({ ...plain, hasFactor: true, isFactorProven: true, mustChangePassword: true }),
    ).toBe('change-password');
  });

  it('make somebody whose role demands it set up a factor, after the password', () => {
    expect(nextStep({ ...plain, isFactorDemanded: true, mustChangePassword: true })).toBe(
      'change-password',
    );
    expect(nextStep({ ...plain, isFactorDemanded: true })).toBe('enrol-factor');
    expect(
      nextStep({ ...plain, isFactorDemanded: true, hasFactor: true, isFactorProven: true }),
    ).toBe('complete');
  });
});

describe('the age of a password', () => {
  const now = new Date('2026-07-20T00:00:00Z');
  it('counts from its change, and not at all when the rule is off', () => {
    expect(isPasswordOld(new Date('2026-01-21T00:00:00Z'), 180, now)).toBe(false);
    expect(isPasswordOld(new Date('2026-01-20T23:59:59Z'), 180, now)).toBe(true);
    expect(isPasswordOld(new Date('2020-01-01T00:00:00Z'), 0, now)).toBe(false);
  });
});

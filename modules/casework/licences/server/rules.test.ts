import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Ground, grounds, groundsFor, LicenceState, StateAct } from '../contract.ts';
import {
  daysLeft,
  decideMove,
  dueReminder,
  isChangeable,
  lastDayOf,
  listActs,
  renewFrom,
  stateOn,
} from './rules.ts';

const today = '2026-01-20';
const at = (state: LicenceState, validUntil: string | null = null) => ({ state, validUntil });

describe('the state of a licence', () => {
  test('is expired from the day after its last, before anybody has written so', () => {
    expect(stateOn(at('valid', '2026-01-20'), today)).toBe('valid');
    expect(stateOn(at('valid', '2026-01-19'), today)).toBe('expired');
    expect(stateOn(at('suspended', '2026-01-19'), today)).toBe('expired');
    expect(stateOn(at('revoked', '2026-01-19'), today)).toBe('revoked');
    expect(stateOn(at('valid', null), today)).toBe('valid');
  });

  test('moves only along lawful ways', () => {
    const ways = LicenceState.options.flatMap((state) =>
      StateAct.options
        .filter((act) => groundsFor(act).some((g) => decideMove(at(state), act, g, today).allowed))
        .map((act) => `${state} ${act}`),
    );
    expect(ways).toEqual([
      'valid suspend',
      'valid revoke',
      'valid cancel',
      'suspended resume',
      'suspended revoke',
      'suspended cancel',
      'revoked cancel',
      'expired revoke',
      'expired cancel',
    ]);
  });

  test('never leaves cancelled and superseded, whatever the act and the ground', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<LicenceState>('cancelled', 'superseded'),
        fc.constantFrom(...StateAct.options),
        fc.constantFrom(...Ground.options),
        (state, act, ground) => {
          expect(decideMove(at(state), act, ground, today).allowed).toBe(false);
        },
      ),
    );
  });

  test('lets the buttons and the guard agree', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LicenceState.options),
        fc.constantFrom(null, '2026-01-19', '2026-01-20'),
        fc.constantFrom(...StateAct.options),
        (state, until, act) => {
          const standing = at(state, until);
          const possible = groundsFor(act).some(
            (ground) => decideMove(standing, act, ground, today).allowed,
          );
          expect(listActs(standing, today).includes(act)).toBe(possible);
        },
      ),
    );
  });
});

describe('a ground', () => {
  test('must belong to the act', () => {
    const allowed = Ground.options.flatMap((ground) =>
      StateAct.options
        .filter((act) => grounds[ground].act !== act)
        .filter((act) => decideMove(at('valid'), act, ground, today).allowed),
    );
    expect(allowed).toEqual([]);
  });

  test('of not being renewed fits only what has expired', () => {
    expect(decideMove(at('valid'), 'cancel', 'not-renewed', today)).toMatchObject({
      allowed: false,
      reason: 'ground',
    });
    expect(decideMove(at('valid', '2026-01-01'), 'cancel', 'not-renewed', today).allowed).toBe(
      true,
    );
  });

  test('of having been revoked is the only one to cancel what was revoked', () => {
    expect(decideMove(at('revoked'), 'cancel', 'dissolved', today).allowed).toBe(false);
    expect(decideMove(at('revoked'), 'cancel', 'revoked-or-withdrawn', today).allowed).toBe(true);
  });
});

describe('validity and renewal', () => {
  test('five years from 5 March 2021 end on 4 March 2026', () => {
    expect(lastDayOf('2021-03-05', 60)).toBe('2026-03-04');
    expect(lastDayOf('2026-01-01', 12)).toBe('2026-12-31');
    expect(lastDayOf('2024-02-29', 12)).toBe('2025-02-28');
    expect(lastDayOf('2026-08-31', 6)).toBe('2027-02-28');
  });

  test('a renewal begins so many days before the end', () => {
    expect(renewFrom('2026-03-04', 30)).toBe('2026-02-02');
    expect(renewFrom(null, 30)).toBeUndefined();
    expect(renewFrom('2026-03-04', null)).toBeUndefined();
  });

  test('what is not valid now is not changed', () => {
    expect(isChangeable(at('valid', today), today)).toBe(true);
    expect(isChangeable(at('suspended'), today)).toBe(false);
    expect(isChangeable(at('valid', '2026-01-19'), today)).toBe(false);
  });

  test('the last day counts as one day left', () => {
    expect(daysLeft('2026-01-20', today)).toBe(1);
    expect(daysLeft('2026-01-19', today)).toBe(0);
  });
});

describe('reminders', () => {
  test('come 90, 60, 30 and 7 days before the end, the nearest one when some were missed', () => {
    expect(dueReminder('2026-04-21', today)).toBeUndefined();
    expect(dueReminder('2026-04-20', today)).toBe(90);
    expect(dueReminder('2026-03-22', today)).toBe(90);
    expect(dueReminder('2026-03-21', today)).toBe(60);
    expect(dueReminder('2026-02-19', today)).toBe(30);
    expect(dueReminder('2026-01-27', today)).toBe(7);
    expect(dueReminder('2026-01-20', today)).toBe(7);
    expect(dueReminder('2026-01-19', today)).toBeUndefined();
    expect(dueReminder(null, today)).toBeUndefined();
  });
});

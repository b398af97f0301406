import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ENDED, type ParcelState, readPush, TRACKING } from './state.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 20, 1, minute));
const codes = Object.keys(TRACKING).map((code) => Number.parseInt(code, 10));

describe('what a push does', () => {
  test('never moves a parcel that has ended', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENDED), fc.constantFrom(...codes), (state, code) => {
        expect(readPush({ state, lastEventAt: at(0) }, { code, at: at(5) }).kind).toBe('late');
      }),
    );
  });

  test('ends in the same state in whatever order and however often the states are told', () => {
    const told = [1, 0, 5, 3].map((code, minute) => ({ code, at: at(minute) }));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...told, ...told], { minLength: 8, maxLength: 8 }),
        (shuffled) => {
          let parcel: { state: ParcelState; lastEventAt: Date | null } = {
            state: 'handed',
            lastEventAt: null,
          };
          for (const push of shuffled) {
            const reading = readPush(parcel, push);
            if (reading.kind === 'move') parcel = { state: reading.to, lastEventAt: push.at };
          }
          expect(parcel.state).toBe('signed');
        },
      ),
    );
  });

  test('is said to be unknown where the number is', () => {
    expect(readPush({ state: 'handed', lastEventAt: null }, { code: 42, at: at(1) }).kind).toBe(
      'unknown-state',
    );
  });
});

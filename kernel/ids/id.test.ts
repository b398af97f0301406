import { describe, expect, it } from 'vitest';

import { fixedClock, type Clock } from '../clock/clock.ts';
import { createIdSource, idTime, isId, newId } from './id.ts';

describe('an id', () => {
  it('is a UUIDv7 that carries the millisecond it was made in', () => {
    const clock = fixedClock('2026-02-13T09:30:00.123+08:00');
    const id = newId(clock);
    expect(isId(id)).toBe(true);
    expect(idTime(id).toISOString()).toBe('2026-02-13T01:30:00.123Z');
  });

  it('sorts after the one before it within one millisecond and when the clock goes back', () => {
    const clock = fixedClock('2026-02-13T09:30:00Z');
    let last = newId(clock);
    for (let round = 0; round < 20_000; round += 1) {
      if (round % 1000 === 999) clock.advance(round % 2000 === 999 ? -5000 : 1);
      const next = newId(clock);
      expect(next > last, `${next} after ${last}`).toBe(true);
      last = next;
    }
  });

  it('lays out time, version, counter, variant and randomness as RFC 9562 says', () => {
    // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z, rand_a 0xCC3.
    const clock: Clock = { now: () => new Date('2022-02-22T19:22:22.000Z') };
    const make = createIdSource(clock, (bytes) => {
      bytes.fill(0);
      new DataView(bytes.buffer).setUint32(0, 0x7fffffff);
      new DataView(bytes.buffer).setUint32(4, 0x3ff);
      new DataView(bytes.buffer).setUint32(8, 0x0c0ffee0);
    });
    expect(make()).toBe('017f22e2-79b0-73ff-bfff-ffff0c0ffee0');
  });

  it('is never made twice by two processes in the same millisecond', () => {
    const clock = fixedClock('2026-02-13T09:30:00Z');
    const sources = Array.from({ length: 8 }, () => createIdSource(clock));
    const ids = new Set(Array.from({ length: 20_000 }, (_, index) => sources[index % 8]?.()));
    expect(ids.size).toBe(20_000);
  });

  it('is told from other text', () => {
    for (const bad of [
      '',
      'x',
      '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
      '017f22e2-79b0-4cc3-98c4-dc0c0c07398f',
      7,
      null,
      undefined,
    ]) {
      expect(isId(bad)).toBe(false);
    }
    expect(isId('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(true);
    expect(() => idTime('nonsense')).toThrow(RangeError);
  });
});

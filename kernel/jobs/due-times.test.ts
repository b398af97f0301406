import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lastDueTime, nextDueTime } from './due-times.ts';

const SHANGHAI = 'Asia/Shanghai';
const at = (iso: string) => new Date(iso);

describe('due times', () => {
  it('of a cron line are in the zone of the centre', () => {
    const nightly = { cron: '30 2 * * *' };
    const next = nextDueTime(nightly, SHANGHAI, at('2026-01-20T02:00:00Z'));
    expect(next.toISOString()).toBe('2026-01-20T18:30:00.000Z');
    const elsewhere = nextDueTime(nightly, 'Europe/Berlin', at('2026-01-20T02:00:00Z'));
    expect(elsewhere.toISOString()).toBe('2026-01-21T01:30:00.000Z');
  });

  it('of a cron line on working days skip the weekend', () => {
    const friday = at('2026-01-23T10:00:00Z');
    const next = nextDueTime({ cron: '0 9 * * 1-5' }, SHANGHAI, friday);
    expect(next.toISOString()).toBe('2026-01-26T01:00:00.000Z');
  });

  it('of an interval are the same for every process', () => {
    const next = nextDueTime({ everySeconds: 300 }, SHANGHAI, at('2026-01-20T02:01:10Z'));
    expect(next.toISOString()).toBe('2026-01-20T02:05:00.000Z');
  });

  it('that have come include this very moment, the next one does not', () => {
    const nightly = { cron: '30 2 * * *' };
    const due = at('2026-01-20T18:30:00Z');
    expect(lastDueTime(nightly, SHANGHAI, due)).toEqual(due);
    expect(lastDueTime(nightly, SHANGHAI, at('2026-01-20T18:29:59.999Z'))).toEqual(
      at('2026-01-19T18:30:00Z'),
    );
    expect(nextDueTime(nightly, SHANGHAI, due)).toEqual(at('2026-01-21T18:30:00Z'));
  });

  it('that have come and that come next leave none out between them', () => {
    const line = fc.constantFrom('*/7 * * * *', '0 3 * * *', '15 8-17 * * 1-5', '0 0 1 * *');
    const instant = fc.date({
      min: at('2024-01-01T00:00:00Z'),
      max: at('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(line, instant, (cron, moment) => {
        const last = lastDueTime({ cron }, SHANGHAI, moment) ?? at('2000-01-01T00:00:00Z');
        const next = nextDueTime({ cron }, SHANGHAI, last);
        expect(last.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(next.getTime()).toBeGreaterThan(moment.getTime());
      }),
      { numRuns: 50 },
    );
  });

  it('refuse six fields, nonsense and a day that never comes', () => {
    const now = at('2026-01-20T02:00:00Z');
    for (const cron of ['* * * * * *', 'daily', '0 25 * * *', '0 0 31 2 *'])
      expect(() => nextDueTime({ cron }, SHANGHAI, now)).toThrow(/CronPattern|never comes due/);
    expect(() => nextDueTime({ everySeconds: 0 }, SHANGHAI, now)).toThrow(RangeError);
  });
});

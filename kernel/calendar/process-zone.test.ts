import { execFileSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

const PROGRAM = `
  const { createWorkingCalendar } = await import('./kernel/calendar/working-days.ts');
  const { publishedYears } = await import('./kernel/calendar/holidays/published.ts');
  const { createOpeningCalendar } = await import('./kernel/calendar/opening-hours.ts');
  const { localDay, endOfLocalDay } = await import('./kernel/clock/local-day.ts');
  const calendar = createWorkingCalendar(publishedYears);
  const hall = createOpeningCalendar({ weekly: [{ validFrom: '2026-01-01', hours: { 6: [{ from: '09:00', to: '12:00' }] } }], special: [] });
  const days = Array.from({ length: 1096 }, (_, index) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10));
  console.log(JSON.stringify({
    offset: new Date(2026, 0, 1).getTimezoneOffset(),
    worked: days.filter((day) => calendar.isWorkingDay(day)).length,
    due: days.filter((_, index) => index % 9 === 0).map((day) => calendar.addWorkingDays(day, 20).dueOn),
    today: localDay(new Date('2026-02-13T16:00:00Z')),
    end: endOfLocalDay('2026-02-14').toISOString(),
    opening: hall.nextOpening(new Date('2026-03-10T00:00:00Z')).toISOString(),
  }));
`;

function runIn(zone: string): Record<string, unknown> {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    env: { TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(output) as Record<string, unknown>;
}

describe('legal days and opening hours', () => {
  it('are the same wherever the server stands', { timeout: 30_000 }, () => {
    const { offset: here, ...expected } = runIn('Asia/Shanghai');
    const { offset: there, ...actual } = runIn('America/New_York');
    expect([here, there]).toEqual([-480, 300]);
    expect(expected).toMatchObject({
      worked: 251 + 248 + 248,
      today: '2026-02-14',
      end: '2026-02-14T15:59:59.999Z',
      opening: '2026-03-14T01:00:00.000Z',
    });
    expect(actual).toEqual(expected);
  });
});

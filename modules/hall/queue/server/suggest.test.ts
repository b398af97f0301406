import { expect, test } from 'vitest';

import type { BusinessNow, WindowNow } from '../contract.ts';
import { suggest } from './hall.ts';

const line = (id: string, minutes: number, isOverTarget: boolean) =>
  ({ id, isOverTarget, waiting: 9, forecast: { minutes } }) as BusinessNow;
const window = (id: string, state: WindowNow['state'], ...businessIds: string[]) =>
  ({ id, state, businessIds }) as WindowNow;

test('opening a window is suggested where the forecast passes the target, the longest wait first', () => {
  const windows = [
    window('free', 'offline', 'tax'),
    window('eating', 'paused', 'tax', 'land'),
    window('busy', 'serving', 'tax'),
    window('broken', 'closed', 'tax'),
    window('other', 'offline', 'water'),
  ];
  const lines = [line('tax', 20, true), line('land', 40, true), line('water', 3, false)];
  expect(suggest(lines, windows, 15)).toEqual([
    {
      businessId: 'land',
      forecastMinutes: 40,
      targetMinutes: 15,
      waiting: 9,
      windowIds: ['eating'],
    },
    {
      businessId: 'tax',
      forecastMinutes: 20,
      targetMinutes: 15,
      waiting: 9,
      windowIds: ['free', 'eating'],
    },
  ]);
});

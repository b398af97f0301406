import { expect, it } from 'vitest';

import type { Call } from '../../../contract.ts';
import { createCallMemory } from './call-memory.ts';

const call = (ticketId: string, times = 1): Call => ({
  ticketId,
  number: 'A001',
  windowId: 'w',
  windowNumber: 3,
  zoneId: 'z',
  times,
  at: '2026-11-22T02:00:00Z',
});

it('speaks a call once though it comes by the live channel and with the board', () => {
  const memory = createCallMemory();
  expect(memory.takeNew([call('a')])).toHaveLength(1);
  expect(memory.takeNew([call('b'), call('a')])).toEqual([call('b')]);
});

it('speaks a repeat of a call again', () => {
  const memory = createCallMemory();
  memory.takeNew([call('a')]);
  expect(memory.takeNew([call('a', 2)])).toHaveLength(1);
});

it('forgets what is long gone', () => {
  const memory = createCallMemory();
  memory.takeNew([call('first')]);
  memory.takeNew(Array.from({ length: 500 }, (_, at) => call(`t${at}`)));
  expect(memory.takeNew([call('first')])).toHaveLength(1);
});

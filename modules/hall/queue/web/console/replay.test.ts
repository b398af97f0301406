import { describe, expect, test } from 'vitest';

import type { ReplayStep } from '../../contract.ts';
import { hallAt } from './replay.ts';

const step = (more: Partial<ReplayStep>): ReplayStep => ({
  at: '2026-01-20T01:00:00Z',
  act: 'issued',
  number: 'A001',
  businessId: 'line',
  windowId: null,
  windowState: null,
  state: 'waiting',
  ...more,
});

describe('a day played again', () => {
  const steps = [
    step({
      act: 'signed-in',
      number: '',
      businessId: null,
      windowId: 'one',
      windowState: 'idle',
      state: null,
    }),
    step({}),
    step({ number: 'A002' }),
    step({ act: 'called', windowId: 'one', state: 'called' }),
    step({ act: 'started', windowId: 'one', state: 'serving' }),
    step({ act: 'finished', windowId: 'one', state: 'done' }),
  ];

  test('counts who waited at each moment', () => {
    expect(hallAt(steps, 0).waiting.get('line')).toBeUndefined();
    expect(hallAt(steps, 2).waiting.get('line')).toBe(2);
    expect(hallAt(steps, 3).waiting.get('line')).toBe(1);
  });

  test('shows what each window did', () => {
    expect(hallAt(steps, 2).windows.get('one')).toEqual({ state: 'idle', number: '' });
    expect(hallAt(steps, 3).windows.get('one')).toEqual({ state: 'calling', number: 'A001' });
    expect(hallAt(steps, 5).windows.get('one')).toEqual({ state: 'idle', number: '' });
  });
});

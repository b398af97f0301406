import { describe, expect, test } from 'vitest';

import { WindowState } from '../../contract.ts';
import { decideState } from './rules.ts';

const states = WindowState.options;

describe('the state of a window', () => {
  test.each([
    ['offline', 'open closed'],
    ['open', 'offline paused closed'],
    ['paused', 'offline open closed'],
    ['closed', 'offline'],
  ] as const)('from %s it goes to %s and nowhere else', (from, reachable) => {
    const allowed = states.filter(
      (to) => decideState(from, { seen: from, to, reason: '设备检修' }).allowed,
    );
    expect(allowed.join(' ')).toBe(reachable);
  });

  test('pausing and closing need a reason, opening and going offline need none', () => {
    const without = (from: WindowState, to: WindowState) =>
      decideState(from, { seen: from, to, reason: '' });
    expect(without('open', 'paused')).toEqual({ allowed: false, why: 'reason-needed' });
    expect(without('paused', 'closed')).toEqual({ allowed: false, why: 'reason-needed' });
    expect(without('offline', 'open').allowed).toBe(true);
    expect(without('open', 'offline').allowed).toBe(true);
  });

  test('an act on a state that is no longer so is refused, whatever it asks', () => {
    const answers = states
      .filter((seen) => seen !== 'open')
      .flatMap((seen) => states.map((to) => decideState('open', { seen, to, reason: '检修' })));
    expect(answers).toHaveLength(12);
    expect(answers.every((answer) => !answer.allowed && answer.why === 'moved')).toBe(true);
  });
});

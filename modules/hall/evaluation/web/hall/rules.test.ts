import { describe, expect, it } from 'vitest';

import type { PadView } from '../../contract.ts';
import { isComplete, modeOf, type PadMoment, secondsLeft } from './rules.ts';

const SERVICE = '0193b7a0-0000-7000-8000-000000000001';

const view = {
  mode: 'dynamic',
  invitation: { serviceId: SERVICE, asksUntil: '2026-11-23T02:01:00Z' },
} as PadView;

const moment = (more: Partial<PadMoment>): PadMoment => ({
  view,
  now: new Date('2026-11-23T02:00:30Z'),
  settled: new Set(),
  isOfNow: true,
  isThanking: false,
  ...more,
});

describe('the pad', () => {
  it('asks while it is invited, for sixty seconds', () => {
    expect(modeOf(moment({}))).toBe('dynamic');
    expect(secondsLeft('2026-11-23T02:01:00Z', new Date('2026-11-23T02:00:30Z'))).toBe(30);
    expect(modeOf(moment({ now: new Date('2026-11-23T02:01:00Z') }))).toBe('static');
  });

  it('does not ask again about what was answered, and thanks first', () => {
    expect(modeOf(moment({ settled: new Set([SERVICE]) }))).toBe('static');
    expect(modeOf(moment({ settled: new Set([SERVICE]), isThanking: true }))).toBe('thanks');
  });

  it('is back on the static page after a break, even when the last word it kept was a question', () => {
    expect(modeOf(moment({ isOfNow: false }))).toBe('static');
  });

  it('says that the window is paused or closed', () => {
    expect(modeOf(moment({ view: { ...view, mode: 'paused' } }))).toBe('paused');
    expect(modeOf(moment({ view: { ...view, mode: 'closed' } }))).toBe('closed');
  });

  it('takes a bad grade only with a reason', () => {
    expect(isComplete('dissatisfied', [])).toBe(false);
    expect(isComplete('dissatisfied', ['213'])).toBe(true);
    expect(isComplete('very-satisfied', [])).toBe(true);
  });
});

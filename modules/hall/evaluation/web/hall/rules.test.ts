import { describe, expect, it } from 'vitest';

import type { PadView } from '../../contract.ts';
import { isComplete, modeOf, type PadMoment, secondsLeft } from './rules.ts';

const SERVICE = '0193b7a0-0000-7000-8000-000000000001';

const view = {
  mode: 'dynamic',
  invitation: {
    serviceId: SERVICE,
    invitedAt: '2026-11-23T02:00:00Z',
    asksUntil: '2026-11-23T02:01:00Z',
  },
  confirmation: null,
} as PadView;
const PAPER = '0193b7a0-0000-7000-8000-000000000002';
const withPaper = {
  ...view,
  confirmation: { id: PAPER, asksUntil: '2026-11-23T02:05:00Z' },
} as PadView;

const ASKED = `${SERVICE}/2026-11-23T02:00:00Z`;

const moment = (more: Partial<PadMoment>): PadMoment => ({
  view,
  now: new Date('2026-11-23T02:00:30Z'),
  settled: new Set(),
  isOfNow: true,
  isThanking: false,
  isConfirmationOfNow: true,
  isOnline: true,
  ...more,
});

describe('the pad', () => {
  it('asks while it is invited, for sixty seconds', () => {
    expect(modeOf(moment({}))).toBe('dynamic');
    expect(secondsLeft('2026-11-23T02:01:00Z', new Date('2026-11-23T02:00:30Z'))).toBe(30);
    expect(modeOf(moment({ now: new Date('2026-11-23T02:01:00Z') }))).toBe('static');
  });

  it('does not ask again about what was answered, and thanks first', () => {
    expect(modeOf(moment({ settled: new Set([ASKED]) }))).toBe('static');
    expect(modeOf(moment({ settled: new Set([ASKED]), isThanking: true }))).toBe('thanks');
  });

  it('asks again when the desk does, about a service that was put off', () => {
    const again = {
      ...view,
      invitation: { ...view.invitation, invitedAt: '2026-11-23T02:00:20Z' },
    } as PadView;
    expect(modeOf(moment({ view: again, settled: new Set([ASKED]) }))).toBe('dynamic');
  });

  it('is back on the static page after a break, even when the last word it kept was a question', () => {
    expect(modeOf(moment({ isOfNow: false }))).toBe('static');
  });

  it('says that the window is paused or closed', () => {
    expect(modeOf(moment({ view: { ...view, mode: 'paused' } }))).toBe('paused');
    expect(modeOf(moment({ view: { ...view, mode: 'closed' } }))).toBe('closed');
  });

  it('shows a paper to sign before it asks for a rating, within its time and once', () => {
    expect(modeOf(moment({ view: withPaper }))).toBe('confirm');
    expect(modeOf(moment({ view: withPaper, settled: new Set([PAPER]) }))).toBe('dynamic');
    const late = new Date('2026-11-23T02:05:00Z');
    expect(modeOf(moment({ view: withPaper, now: late }))).toBe('static');
  });

  it('lets nobody sign while the server is away, nor after a break', () => {
    const away = { view: withPaper, isOnline: false, isOfNow: false };
    expect(modeOf(moment(away))).toBe('static');
    const afterBreak = { view: withPaper, isConfirmationOfNow: false, isOfNow: false };
    expect(modeOf(moment(afterBreak))).toBe('static');
  });

  it('takes a bad grade only with a reason', () => {
    expect(isComplete('dissatisfied', [])).toBe(false);
    expect(isComplete('dissatisfied', ['213'])).toBe(true);
    expect(isComplete('very-satisfied', [])).toBe(true);
  });
});

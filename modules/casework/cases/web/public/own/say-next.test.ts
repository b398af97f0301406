import { expect, test } from 'vitest';

import { sayIn } from '#web/kit/words.ts';

import { messages } from '../messages.ts';
import { sayNext } from './say-next.ts';

const zh = sayIn(messages, 'zh-CN');
const due = (limit: 'notice' | 'correction' | 'promised' | 'issue') => ({
  limit,
  dueOn: '2026-03-02',
  remainingDays: 2,
  provisional: false,
});

test('whoever applied hears until when they are told whether it is accepted', () => {
  const next = sayNext({ state: 'received', due: due('notice'), isStopped: false }, zh);
  expect(next).toContain('最晚 2026-03-02');
});

test('while corrections are waited for, the day is the applicant’s own', () => {
  const next = sayNext({ state: 'correcting', due: due('correction'), isStopped: false }, zh);
  expect(next).toMatch(/请在 2026-03-02.*前补正/);
});

test('a special procedure is said before the day that it moves', () => {
  const next = sayNext({ state: 'special', due: due('promised'), isStopped: true }, zh);
  expect(next).toContain('特别程序');
});

test('a closed case has no next step', () => {
  expect(sayNext({ state: 'delivered', due: null, isStopped: false }, zh)).toBe('本件已办结。');
});

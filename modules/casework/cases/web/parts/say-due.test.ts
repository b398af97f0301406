import { expect, test } from 'vitest';

import { sayIn } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import { sayLeft, sayRemaining } from './say-due.ts';

const zh = sayIn(messages, 'zh-CN');
const en = sayIn(messages, 'en');
const due = { limit: 'promised', dueOn: '2026-03-02', provisional: false } as const;

test('the clerk reads how many working days are left', () => {
  expect(sayRemaining(3, zh)).toBe('还剩 3 个工作日');
  expect(sayRemaining(1, en)).toBe('1 working day left');
});

test('on the last day it is due today, and not zero days', () => {
  expect(sayRemaining(0, zh)).toBe('今天到期');
});

test('what is late says by how much, never a negative number', () => {
  expect(sayRemaining(-2, zh)).toBe('已超过 2 个工作日');
  expect(sayRemaining(-1, en)).toBe('1 working day late');
});

test('a case that stands still shows no count of days', () => {
  const stopped = { due: { ...due, remainingDays: 4 }, isStopped: true };
  expect(sayLeft(stopped, zh)).toBe('计时暂停');
});

test('without a limit nothing is said to be due', () => {
  expect(sayLeft({ due: null, isStopped: false }, zh)).toBe('没有在计的期限');
});

import { expect, test } from 'vitest';

import { sayActor } from './actor-names.ts';

test('a person is called by their own name', () => {
  expect(sayActor('戚春平', 'zh-CN')).toBe('戚春平');
  expect(sayActor('O’Neill, J.', 'en')).toBe('O’Neill, J.');
});

test('nobody reads the name of a program', () => {
  expect(sayActor('load-centre', 'zh-CN')).toBe('系统（载入基础数据）');
  expect(sayActor('identity-service', 'en')).toBe('The identity service');
  expect(sayActor('devices.watch-silence', 'zh-CN')).toBe('系统');
});

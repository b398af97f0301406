import { expect, it } from 'vitest';

import { readAnswers, toAddress } from './address.ts';

it('a shared link keeps the answers', () => {
  const answers = { mode: ['shop'], goods: ['cold', 'hot'] };
  expect(readAnswers([...(toAddress(answers) ?? [])])).toEqual(answers);
});

it('a single answer and none are read as well', () => {
  expect(readAnswers('mode.shop')).toEqual({ mode: ['shop'] });
  expect(readAnswers(undefined)).toEqual({});
  expect(toAddress({})).toBeUndefined();
});

it('what is no answer counts as absent', () => {
  expect(readAnswers(['mode', '.x', ''])).toEqual({});
});

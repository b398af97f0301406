import { expect, it } from 'vitest';

import { type Found, mayTakeOver, mayTakePost } from './cover.ts';

const paused: Found = { account_id: 'a', state: 'paused', current_number: null };
const cover = { accountId: 'b', isCover: true };

it('lets the stand-in take over a window whose clerk has paused', () => {
  expect(mayTakeOver(paused, cover)).toBe(true);
});

it('sends nobody from a window at work or with a ticket in hand', () => {
  expect(mayTakeOver({ ...paused, state: 'open' }, cover)).toBe(false);
  expect(mayTakeOver({ ...paused, current_number: 'A001' }, cover)).toBe(false);
});

it('is for who stands in only, and for a window that somebody else holds', () => {
  expect(mayTakeOver(paused, { ...cover, isCover: false })).toBe(false);
  expect(mayTakeOver(paused, { ...cover, accountId: 'a' })).toBe(false);
  expect(mayTakeOver({ ...paused, account_id: null }, cover)).toBe(false);
  expect(mayTakeOver(undefined, cover)).toBe(false);
});

it('lets the post of a window be served from another while nobody works there', () => {
  expect(mayTakePost(undefined)).toBe(true);
  expect(mayTakePost(paused)).toBe(true);
  expect(mayTakePost({ account_id: null, state: 'offline', current_number: null })).toBe(true);
  expect(mayTakePost({ ...paused, current_number: 'A001' })).toBe(false);
  expect(mayTakePost({ ...paused, state: 'open' })).toBe(false);
  // What the hall manager has closed stays closed.
  expect(mayTakePost({ ...paused, state: 'closed' })).toBe(false);
});

import { expect, test } from 'vitest';

import { DEFAULT_SETTINGS } from '../../contract.ts';
import { retentionOf } from './retention.ts';

test('a dossier is kept for whole years from the 1st of January after it was closed', () => {
  expect(retentionOf(DEFAULT_SETTINGS, { on: '2026-03-03', isGranted: true })).toEqual({
    years: 30,
    until: '2056-12-31',
  });
  expect(retentionOf(DEFAULT_SETTINGS, { on: '2026-12-31', isGranted: false })).toEqual({
    years: 10,
    until: '2036-12-31',
  });
});

test('nought years is for ever', () => {
  const settings = { ...DEFAULT_SETTINGS, retentionGrantedYears: 0 };
  expect(retentionOf(settings, { on: '2026-03-03', isGranted: true })).toEqual({
    years: null,
    until: null,
  });
});

import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { chooseServerUid, mayEnter } from './identity.ts';

test('root lends the server an account that no person has', () => {
  expect(chooseServerUid([{ first: 0, count: 4_294_967_295 }])).toBe(70_543);
});

test('in a container that knows 65,536 accounts it takes one of those', () => {
  expect(
    chooseServerUid([
      { first: 0, count: 1 },
      { first: 1, count: 65_535 },
    ]),
  ).toBe(60_543);
});

test('where only root exists there is none', () => {
  expect(chooseServerUid([{ first: 0, count: 1 }])).toBeUndefined();
});

test('a private folder above keeps another account out', () => {
  const top = mkdtempSync(join(tmpdir(), 'onewindow-enter-'));
  onTestFinished(() => rmSync(top, { recursive: true }));
  const inner = join(top, 'inner');
  mkdirSync(inner);
  chmodSync(inner, 0o755);
  const stranger = { uid: 70_543, gid: 70_543, switches: true };
  chmodSync(top, 0o700);
  expect(mayEnter(stranger, inner)).toBe(false);
  chmodSync(top, 0o711);
  expect(mayEnter(stranger, inner)).toBe(true);
});

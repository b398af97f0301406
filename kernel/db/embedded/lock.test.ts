import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { withLock } from './lock.ts';
import { getOwnIdentity } from './processes.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeHolder(path: string, startTicks: string): void {
  mkdirSync(path);
  const holder = { nonce: 'lock.1-dead', process: { ...getOwnIdentity(), startTicks } };
  writeFileSync(join(path, 'holder.json'), JSON.stringify(holder));
}

async function countMostAtOnce(path: string, contenders: number): Promise<number> {
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await turn();
    inside -= 1;
  };
  const options = { timeoutMs: 20_000 };
  await Promise.all(Array.from({ length: contenders }, () => withLock(path, options, work)));
  return most;
}

test('lets one in at a time', async () => {
  expect(await countMostAtOnce(join(folder, 'lock'), 12)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('takes over from a holder whose process number now belongs to another process', async () => {
  writeHolder(join(folder, 'lock'), '1');
  expect(await countMostAtOnce(join(folder, 'lock'), 12)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('gives up with a sentence when a living holder does not let go', async () => {
  writeHolder(join(folder, 'lock'), getOwnIdentity().startTicks);
  let waits = 0;
  const options = { timeoutMs: 60, onWait: () => void (waits += 1) };
  await expect(withLock(join(folder, 'lock'), options, turn)).rejects.toMatchObject({
    code: 'busy',
    sentence: { en: expect.stringContaining(String(process.pid)) },
  });
  expect(waits).toBe(1);
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('lets go when the work fails', async () => {
  const path = join(folder, 'lock');
  const failing = withLock(path, { timeoutMs: 1_000 }, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await withLock(path, { timeoutMs: 1_000 }, () => Promise.resolve('next'))).toBe('next');
});

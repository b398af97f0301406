import { expect, test } from 'vitest';

import { parsePostmasterNote } from './postmaster-pid.ts';

const READY =
  '10136\n/srv/data/cluster\n1795353889\n5432\n../socket\n\n 16039949        12\nready   \n';

test('reads what a running server says of itself', () => {
  expect(parsePostmasterNote(READY)).toEqual({
    pid: 10_136,
    port: 5432,
    socketFolder: '../socket',
    isReady: true,
  });
});

test('a server that is still recovering is not ready', () => {
  expect(parsePostmasterNote(READY.replace('ready   ', 'starting'))?.isReady).toBe(false);
});

test('a note cut short by a full disk names no server', () => {
  expect(parsePostmasterNote('')).toBeUndefined();
  expect(parsePostmasterNote('10136\n')).toMatchObject({ pid: 10_136, isReady: false });
});

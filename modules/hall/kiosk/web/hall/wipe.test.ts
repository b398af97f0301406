import { expect, it } from 'vitest';

import { wipeStorage } from './wipe.ts';

function storageOf(entries: Record<string, string>): Storage {
  const held = new Map(Object.entries(entries));
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
    clear: () => held.clear(),
  };
}

it('the wipe leaves what is the device’s, and nothing of a visitor', () => {
  const storage = storageOf({
    'onewindow.device-key': 'k',
    'onewindow.device-nonce': 'n',
    'onewindow.language': 'en',
    'onewindow.elder': 'on',
    'onewindow.matters.search': '开店',
    other: 'x',
  });
  wipeStorage(storage);
  const left = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  expect(left).toEqual(['onewindow.device-key', 'onewindow.device-nonce']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { compareWithRecord } from './compare.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 20, 1, minute));
const window = { window_id: 'w', person_id: 'p' };
const nowhere = { window_id: null, person_id: null };
const entry = (seq: number, act: 'issued' | 'called' | 'started' | 'finished', state: string) => ({
  seq,
  act,
  at: at(seq),
  state: state as 'waiting',
  business_id: 'b',
  finish_kind: act === 'finished' ? ('accepted' as const) : null,
  ...(act === 'issued' ? nowhere : window),
});
const record = [
  entry(1, 'issued', 'waiting'),
  entry(2, 'called', 'called'),
  entry(3, 'started', 'serving'),
  entry(4, 'finished', 'done'),
];
const ticket = {
  state: 'done',
  version: 4,
  business_id: 'b',
  issued_at: at(1),
  called_at: at(2),
  started_at: at(3),
  ended_at: at(4),
  finish_kind: 'accepted',
  ...window,
} as const;

test('a ticket and its record that were written together agree', () => {
  expect(compareWithRecord(ticket, record)).toEqual([]);
  expect(compareWithRecord({ ...ticket, called_at: new Date(+at(2) - 300) }, record)).toEqual([]);
});

test.each([
  ['issued', 0],
  ['called', 1],
  ['started', 2],
  ['ended', 3],
] as const)('an entry whose time was moved is found: %s', (what, index) => {
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 86_400 }), fc.boolean(), (seconds, isLater) => {
      const moved = record.map((one, place) =>
        place === index
          ? { ...one, at: new Date(+one.at + (isLater ? 1 : -1) * seconds * 1000) }
          : one,
      );
      expect(compareWithRecord(ticket, moved)).toEqual([what]);
    }),
  );
});

test('an entry that was taken out, put in twice or has another state is found', () => {
  for (const index of record.keys())
    expect(compareWithRecord(ticket, record.toSpliced(index, 1))).toContain('record');
  expect(compareWithRecord(ticket, [...record, entry(5, 'finished', 'done')])).toContain('record');
  expect(compareWithRecord({ ...ticket, state: 'left' }, record)).toContain('state');
  expect(compareWithRecord({ ...ticket, window_id: 'other' }, record)).toEqual(['served']);
  expect(compareWithRecord({ ...ticket, business_id: 'other' }, record)).toEqual(['line']);
});

test('a ticket without a record, and a record without its ticket, are found', () => {
  expect(compareWithRecord(ticket, [])).toEqual(['record']);
  expect(compareWithRecord(undefined, record)).toEqual(['record']);
});

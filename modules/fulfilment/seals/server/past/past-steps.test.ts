import { describe, expect, test } from 'vitest';

import { firstSignedOn, lastAt, readPast } from './past-steps.ts';

const ZONE = 'Asia/Shanghai';
const MADE = [
  'open@2026-10-09 09:00',
  'claim@2026-10-09 14:05',
  'dispatch@2026-10-09 14:05',
  'accept@2026-10-09 15:00',
  'file@2026-10-10 09:00',
  'engrave@2026-10-10 11:00',
  'hand-over@2026-10-10 14:00',
  'receive@2026-10-10 15:00',
  'hand-out@2026-10-11 00:30',
];

const read = (texts: readonly string[]) => {
  const past = readPast(texts, ZONE);
  if ('wrong' in past) throw new Error(past.wrong);
  return past;
};

describe('the past of a set', () => {
  test('is its steps in their order, and leaves it where the last one led', () => {
    const past = read(MADE);
    expect(past.state).toBe('signed');
    expect(past.steps.map(({ to }) => to).slice(0, 3)).toEqual([
      'eligible',
      'applied',
      'dispatched',
    ]);
    expect(lastAt(past, 'claim')?.toISOString()).toBe('2026-10-09T06:05:00.000Z');
    expect(lastAt(past, 'sign')).toBeNull();
  });

  test('has the day of the first signature by the clock of the centre, whatever is made again', () => {
    const again = [...MADE, 'remake@2026-11-02 09:00'];
    expect(firstSignedOn(read(MADE), ZONE)).toBe('2026-10-11');
    expect(firstSignedOn(read(again), ZONE)).toBe('2026-10-11');
    expect(read(again).state).toBe('accepted');
  });

  test('is not taken where a step is unknown, out of order or not lawful', () => {
    const wrong = (texts: readonly string[]) => readPast(texts, ZONE);
    expect(wrong([])).toEqual({ wrong: '' });
    expect(wrong(MADE.slice(1))).toEqual({ wrong: MADE[1] });
    expect(wrong([...MADE.slice(0, 2), 'engrave@2026-10-09 15:00'])).toEqual({
      wrong: 'engrave@2026-10-09 15:00',
    });
    expect(wrong([...MADE.slice(0, 2), 'dispatch@2026-10-08 15:00'])).toEqual({
      wrong: 'dispatch@2026-10-08 15:00',
    });
    expect(wrong(['open@2026-10-09'])).toEqual({ wrong: 'open@2026-10-09' });
  });
});

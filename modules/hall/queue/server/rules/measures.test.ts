import { describe, expect, test } from 'vitest';

import type { TicketAct } from '../../contract.ts';
import { type Entry, measureVisit, measureWindow, type WindowEntry } from './measures.ts';
import { isLawful, secondsUntilRecall } from './states.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 20, 1, minute));
const entry = (act: TicketAct, minute: number, window: number | null = null): Entry => ({
  act,
  at: at(minute),
  windowId: window === null ? null : `window-${window}`,
  windowNumber: window,
  personId: window === null ? null : `person-${window}`,
  personName: '',
});

describe('what a visit amounts to', () => {
  test('waits until the first call, however often it was called', () => {
    const measured = measureVisit([
      entry('issued', 0),
      entry('called', 12, 3),
      entry('recalled', 14, 3),
      entry('started', 15, 3),
      entry('finished', 20, 3),
    ]);
    expect(measured).toMatchObject({ waitedSeconds: 720, servedSeconds: 300, outcome: 'served' });
  });

  test('does not count the time on hold, and adds what two windows did', () => {
    const measured = measureVisit([
      entry('issued', 0),
      entry('called', 1, 3),
      entry('started', 2, 3),
      entry('held', 5, 3),
      entry('resumed', 30, 3),
      entry('transferred', 32, 3),
      entry('called', 40, 4),
      entry('started', 41, 4),
      entry('finished', 45, 4),
    ]);
    expect(measured).toMatchObject({ waitedSeconds: 60, servedSeconds: 540, windowNumber: 4 });
  });

  test('is given up when nobody came, and open while it lasts', () => {
    expect(
      measureVisit([entry('issued', 0), entry('called', 3, 1), entry('missed', 5, 1)]),
    ).toMatchObject({
      outcome: 'abandoned',
      waitedSeconds: 180,
      servedSeconds: null,
    });
    expect(measureVisit([entry('issued', 0)]).outcome).toBe('open');
    expect(measureVisit([entry('issued', 0), entry('expired', 9)]).outcome).toBe('abandoned');
  });
});

describe('what a window amounts to', () => {
  const of = (act: WindowEntry['act'], minute: number, who = 'A'): WindowEntry => ({
    act,
    at: at(minute),
    personId: who,
    personName: who,
  });

  test('takes pauses out, and ends what nobody ended', () => {
    const times = measureWindow(
      [
        of('signed-in', 0),
        of('paused', 10),
        of('resumed', 15),
        of('signed-out', 30),
        of('signed-in', 40, 'B'),
      ],
      at(50),
    );
    expect(times).toEqual([
      { personId: 'A', personName: 'A', openSeconds: 1500, pausedSeconds: 300 },
      { personId: 'B', personName: 'B', openSeconds: 600, pausedSeconds: 0 },
    ]);
  });
});

describe('what may follow', () => {
  test('nobody finishes what has not begun, nor calls what is being served', () => {
    expect(isLawful('finished', 'called')).toBe(false);
    expect(isLawful('called', 'serving')).toBe(false);
    expect(isLawful('called', 'missed')).toBe(true);
    expect(isLawful('left', 'serving')).toBe(false);
    expect(isLawful('left', 'done')).toBe(false);
  });

  test('the next call waits its gap', () => {
    expect(secondsUntilRecall(at(0), new Date(at(0).getTime() + 4_200), 20)).toBe(16);
    expect(secondsUntilRecall(at(0), at(1), 20)).toBe(0);
    expect(secondsUntilRecall(null, at(1), 20)).toBe(0);
  });
});

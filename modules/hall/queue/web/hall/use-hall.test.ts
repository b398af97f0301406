import { describe, expect, it } from 'vitest';

import type { DeviceHall } from '../../contract.ts';
import { ofOwnZone, toCall, withCall } from './use-hall.ts';

const window = (id: string, zoneId: string) => ({ id, zoneId, state: 'idle', ticketNumber: null });
const call = (ticketId: string, windowId: string, zoneId: string, times = 1) => ({
  ticketId,
  number: `A00${ticketId}`,
  windowId,
  windowNumber: 3,
  zoneId,
  times,
  at: '2026-11-23T02:00:00Z',
});

const hall = {
  ownZoneId: 'tax',
  windows: [window('w1', 'tax'), window('w2', 'social')],
  calls: [call('1', 'w1', 'tax'), call('2', 'w2', 'social')],
  businesses: [],
} as unknown as DeviceHall;

describe('a screen of the hall', () => {
  it('shows its own zone, and a waiting area shows all', () => {
    expect(ofOwnZone(hall).windows.map(({ id }) => id)).toEqual(['w1']);
    expect(ofOwnZone(hall).calls.map(({ ticketId }) => ticketId)).toEqual(['1']);
    expect(ofOwnZone({ ...hall, ownZoneId: 'waiting' }).windows).toHaveLength(2);
  });

  it('puts a call first and to its window, and the same ticket once', () => {
    const after = withCall(hall, call('2', 'w1', 'tax', 2));
    expect(after.calls.map(({ ticketId, times }) => `${ticketId}/${times}`)).toEqual([
      '2/2',
      '1/1',
    ]);
    expect(after.windows[0]).toMatchObject({ state: 'calling', ticketNumber: 'A002' });
  });

  it('reads a call from its event, and nothing else', () => {
    const { times, at, ...payload } = call('7', 'w1', 'tax', 3);
    const event = {
      id: 'e',
      name: 'queue.ticket-called',
      topic: 't',
      subject: { kind: 'k', id: 'i' },
      at,
      payload: { ...payload, calls: times },
    };
    expect(toCall(event)).toEqual(call('7', 'w1', 'tax', 3));
    expect(toCall({ ...event, name: 'queue.ticket-issued' })).toBeUndefined();
    expect(toCall({ ...event, payload: {} })).toBeUndefined();
  });
});

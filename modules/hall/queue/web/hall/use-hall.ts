import type { LiveEvent } from '#kernel/live/contract.ts';
import { type Kept, useDevice, useKept } from '#web/devices/frame/index.ts';

import { type Call, type DeviceHall, events, LIVE, routes } from '../../contract.ts';

/** A call as its event tells it; undefined for any other event. */
export function toCall(event: LiveEvent): Call | undefined {
  if (event.name !== events.called.name) return undefined;
  const { ticketId, number, windowId, windowNumber, zoneId, calls } = event.payload;
  if (typeof ticketId !== 'string' || typeof number !== 'string') return undefined;
  if (typeof windowId !== 'string' || typeof windowNumber !== 'number') return undefined;
  if (typeof zoneId !== 'string' || typeof calls !== 'number') return undefined;
  return { ticketId, number, windowId, windowNumber, zoneId, times: calls, at: event.at };
}

/** The hall with a call in it: first of the last calls, and at its window. */
export function withCall(hall: DeviceHall, call: Call): DeviceHall {
  const others = hall.calls.filter(({ ticketId }) => ticketId !== call.ticketId);
  return {
    ...hall,
    calls: [call, ...others],
    windows: hall.windows.map((window) =>
      window.id === call.windowId
        ? { ...window, state: 'calling' as const, ticketNumber: call.number, since: call.at }
        : window,
    ),
  };
}

/**
 * What a screen in a zone shows: the windows, calls and lines of the zone, or of the whole site where the zone has no
 * window of its own, as a waiting area.
 */
export function ofOwnZone(hall: DeviceHall): DeviceHall {
  const { ownZoneId } = hall;
  if (!hall.windows.some(({ zoneId }) => zoneId === ownZoneId)) return hall;
  return {
    ...hall,
    windows: hall.windows.filter(({ zoneId }) => zoneId === ownZoneId),
    calls: hall.calls.filter(({ zoneId }) => zoneId === ownZoneId),
    businesses: hall.businesses.filter(({ zoneId }) => zoneId === ownZoneId),
  };
}

/**
 * The hall in which this device stands: kept when the server is away, and changed by a call at once, before the
 * server has been asked for the rest.
 */
export function useHall(
  onCalls?: (calls: readonly Call[], hall: DeviceHall | undefined) => void,
): Kept<DeviceHall> {
  const { self } = useDevice();
  const kept: Kept<DeviceHall> = useKept(
    routes.showHallToDevice,
    { query: { whole: 'true' } },
    {
      name: 'queue/hall',
      topics: [`${LIVE.site}/${self.siteId}`],
      onEvents: (happened, patch) => {
        const calls = happened.flatMap((event) => toCall(event) ?? []);
        if (calls.length === 0) return;
        patch((hall) => calls.reduce(withCall, hall));
        onCalls?.(calls, kept.value);
      },
    },
  );
  return kept;
}

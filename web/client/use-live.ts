import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

import { createLiveClient, type LiveClient } from '#kernel/live/client.ts';
import type { LiveEvent } from '#kernel/live/contract.ts';

import { areaOf } from './keys.ts';
import { announceChange } from './use-act.ts';

let shared: LiveClient | undefined;

/** The one live channel of the page. */
function channel(): LiveClient {
  shared ??= createLiveClient();
  return shared;
}

/**
 * Follows topics while the component is shown. Data of the areas in which something happened is asked for
 * again by itself; `onEvents` is for what wants to be told more, such as a sound.
 */
export function useLive(
  topics: readonly string[],
  onEvents?: (events: readonly LiveEvent[]) => void,
): void {
  const cache = useQueryClient();
  const hear = useEffectEvent((events: readonly LiveEvent[]) => {
    void announceChange(cache, ...new Set(events.map(areaOf)));
    onEvents?.(events);
  });
  const wanted = topics.join(',');
  useEffect(() => {
    if (wanted === '') return undefined;
    return channel().follow({
      topics: wanted.split(','),
      onEvents: (events) => hear(events),
      onReset: () => void cache.invalidateQueries(),
    });
  }, [wanted, cache]);
}

/** Whether news arrive; a page that lives by them says so when they do not. */
export function useLiveState(): ReturnType<LiveClient['state']> {
  return useSyncExternalStore(
    (changed) => channel().onState(changed),
    () => channel().state(),
  );
}

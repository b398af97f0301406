import { createLiveClient, type LiveClient } from '#kernel/live/client.ts';

import { openFetchSource } from './fetch-source.ts';

const clients = new Map<string, LiveClient>();

/** The one live channel of a device page, under the device's key; screens in a hall never pause it. */
export function deviceLive(deviceKey: string): LiveClient {
  const known = clients.get(deviceKey);
  if (known) return known;
  const client = createLiveClient({
    openSource: (address) => openFetchSource(address, deviceKey),
    pauseHiddenAfterMs: 'never',
  });
  clients.set(deviceKey, client);
  return client;
}

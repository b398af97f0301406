import { createContext, useContext } from 'react';

import type { LiveClient } from '#kernel/live/client.ts';
import type { DeviceSelf } from '#modules/registry/devices/contract.ts';

export interface DeviceState {
  readonly self: DeviceSelf;
  /** Whether the last word to the server was answered. */
  readonly isOnline: boolean;
  readonly live: LiveClient;
  /** The server's time: a device's own clock may be wrong. */
  readonly now: () => Date;
  readonly reportFault: (code: string) => void;
}

export const DeviceContext = createContext<DeviceState | undefined>(undefined);

/** The device on whose page this stands. */
export function useDevice(): DeviceState {
  const state = useContext(DeviceContext);
  if (!state) throw new Error('useDevice needs a DeviceFrame above it');
  return state;
}

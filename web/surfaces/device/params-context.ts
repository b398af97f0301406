import { createContext, useContext } from 'react';

export const DeviceParamsContext = createContext<Readonly<Record<string, string>>>({});

/** A place of the device page's path. Throws when the path has none of that name. */
export function useDeviceParam(name: string): string {
  const value = useContext(DeviceParamsContext)[name];
  if (value === undefined) throw new Error(`This page's path has no place $${name}`);
  return value;
}

export type { DeviceAccounts } from './server/deps.ts';
export type { DeviceRef, DevicesApi } from './server/api.ts';

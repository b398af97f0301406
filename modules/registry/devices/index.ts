export type { DeviceAccounts } from './server/deps.ts';

/** What the pages of hall devices are made of. */
export { forgetDeviceKey, keepDeviceKey, readDeviceKey } from './device/device-key.ts';
export { EnrolPage } from './device/EnrolPage.tsx';
export { useHeartbeat } from './device/use-heartbeat.ts';
export type { Heart } from './device/use-heartbeat.ts';

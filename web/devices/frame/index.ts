export { useDevice } from './device-context.ts';
export type { DeviceState } from './device-context.ts';
export { DeviceFrame } from './DeviceFrame.tsx';
export { OldNotice } from './FrameNotices.tsx';
export { Simulator } from './Simulator.tsx';
export { useKept } from './use-kept.ts';
export type { Kept } from './use-kept.ts';
export { useTime } from './use-time.ts';

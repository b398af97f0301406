export { DocumentCamera } from './DocumentCamera.tsx';
export type { DocumentCameraProps } from './DocumentCamera.tsx';
export type { ScanResult } from './scan.ts';

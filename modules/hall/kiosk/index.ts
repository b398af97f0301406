export type { KioskDeps } from './server/deps.ts';

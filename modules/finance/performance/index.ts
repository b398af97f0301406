export type { PerformanceApi, TargetRef } from './server/api.ts';

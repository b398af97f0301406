export type { PerformanceApi } from './server/api.ts';

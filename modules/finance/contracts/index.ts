export type { ContractsApi, ProjectProgress } from './server/api.ts';

export type { ProjectsApi } from './server/api.ts';

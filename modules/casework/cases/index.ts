export type { CasesApi, CaseRef } from './server/api.ts';

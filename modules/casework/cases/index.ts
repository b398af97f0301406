export type { CaseRef, CasesApi } from './server/api.ts';

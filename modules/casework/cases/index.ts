export type { CaseRef, CasesApi, PaperGiven } from './server/api.ts';
export type { Signable } from './server/documents/read-for-signing.ts';
export type { CaseSum, SumBy } from './server/repository-sums.ts';
export { SIGNATURE_PURPOSE } from './server/file-purposes.ts';

export type { EvaluationApi, EvaluationRef } from './server/api.ts';

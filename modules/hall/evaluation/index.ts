export type { EvaluationApi, RatingRef } from './server/api.ts';

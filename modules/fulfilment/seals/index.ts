export type { SealsApi, SealsMeasure, SetRef } from './server/api.ts';

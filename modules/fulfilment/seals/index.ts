export type { SealsApi, SealsMeasure, SetRef } from './server/api.ts';
export { isBound, lastDayOf, readDocument } from './server/months/settling.ts';

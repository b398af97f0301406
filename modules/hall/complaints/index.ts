/** No other module asks this one; what it tells goes out as events. */
export type { ComplaintsApi } from './server/api.ts';

export type { MattersApi, MatterRef } from './server/api.ts';

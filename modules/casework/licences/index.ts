export type { LicencesApi, LicenceRef } from './server/api.ts';

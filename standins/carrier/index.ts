export { createStandinCarrier, MOUNT } from './plugin.ts';
export { type CarrierOptions, createRoad } from './road.ts';

/** Migrations of the stand-in's own schema; run in a demonstration only. */
export const migrations = new URL('./migrations/', import.meta.url);

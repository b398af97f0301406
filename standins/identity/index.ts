export { createIdentityProvider } from './plugin.ts';
export { type IdentityProviderOptions, MOUNT } from './provider.ts';
export type { DemonstrationPerson, ListPeople } from './person.ts';

/** Migrations of the stand-in's own schema; run in a demonstration only. */
export const migrations = new URL('./migrations/', import.meta.url);

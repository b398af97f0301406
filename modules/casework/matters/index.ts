export type { BundleInForce, CurrentEdition, EditionItem, MattersApi } from './server/api.ts';
export type { InForceMember } from './server/bundle-members.ts';

import { ownRoutes, publicRoutes } from './contract/routes-own.ts';
import { staffRoutes } from './contract/routes-staff.ts';

export { events } from './contract/events.ts';
export {
  HolderKind,
  KindName,
  KindRole,
  KindSettings,
  Layout,
  LicenceField,
  LicenceKind,
} from './contract/kind.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { LicenceFilter, PaperForm, StateChange } from './contract/routes-staff.ts';
export {
  FilledField,
  HistoryEntry,
  Licence,
  LicenceSummary,
  Member,
  OtherEdition,
  OwnLicence,
  OwnLicences,
  Proof,
  PublicLicence,
  Showing,
  ShowingState,
  Signature,
} from './contract/shapes.ts';
export {
  Ground,
  grounds,
  groundsFor,
  HistoryAct,
  LicenceState,
  StateAct,
} from './contract/state.ts';
export { BothWords } from './contract/words.ts';

export const routes = { ...staffRoutes, ...ownRoutes, ...publicRoutes } as const;

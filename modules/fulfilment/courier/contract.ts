export { decideFree, type Entitlement, type Handled } from './contract/entitlement.ts';
export { events, LIVE, SubjectKind } from './contract/events.ts';
export { Channel, SiteKind } from './contract/of-others.ts';
export { permissions } from './contract/permissions.ts';
export type { CarrierAccess, CarrierOrder, OrderAnswer, OrderParcel } from './contract/ports.ts';
export { problems } from './contract/problems.ts';
export { CaseParcel, HandOverInput, ParcelFilter, routes, Trouble } from './contract/routes.ts';
export {
  Carrier,
  CarrierInput,
  Contact,
  Figures,
  HandOver,
  OwnParcel,
  Parcel,
  ParcelInFull,
  Push,
  UnknownPush,
} from './contract/shapes.ts';
export { DEFAULT_SETTINGS, Settings } from './contract/settings.ts';
export {
  Direction,
  ENDED,
  ParcelState,
  readPush,
  stateWords,
  TRACKING,
  UNDER_WAY,
} from './contract/state.ts';

export { events, LIVE, SubjectKind } from './contract/events.ts';
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
export {
  Direction,
  ENDED,
  ParcelState,
  readPush,
  stateWords,
  TRACKING,
  UNDER_WAY,
} from './contract/state.ts';

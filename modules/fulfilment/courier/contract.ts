export { decideFree, type Entitlement, type Handled } from './contract/entitlement.ts';
export { events, LIVE, SubjectKind } from './contract/events.ts';
export {
  BillLine,
  Difference,
  differenceWords,
  Month,
  MonthInFull,
  MonthState,
  MonthSummary,
  PAYABLE,
  Verdict,
  verdictWords,
  wordsOfHeld,
} from './contract/months.ts';
export { Channel, SiteKind } from './contract/of-others.ts';
export { permissions } from './contract/permissions.ts';
export { HandOverInFull } from './contract/routes-book.ts';
export { LineFilter } from './contract/routes-months.ts';
export { EVENT_TYPE } from './contract/ports.ts';
export { Collection } from './contract/routes-own.ts';
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

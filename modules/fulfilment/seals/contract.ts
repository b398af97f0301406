import { deskRoutes } from './contract/routes-desk.ts';
import { monthRoutes } from './contract/routes-months.ts';
import { makerRoutes, ownRoutes } from './contract/routes-own.ts';

export { events, LIVE, SetPayload } from './contract/events.ts';
export { Material, materialWords, SealKind, sealKinds } from './contract/kinds.ts';
export {
  DisputeState,
  Forecast,
  Line,
  Month,
  MonthInFull,
  MonthState,
  MonthSummary,
} from './contract/months.ts';
export { permissions } from './contract/permissions.ts';
export {
  type ContractsDoor,
  type Counted,
  EVENT_TYPE,
  type Meter,
  type PastSettlement,
  type Proposal,
  type Proposed,
  type SettlementNow,
  type TakenOver,
} from './contract/ports.ts';
export { problems } from './contract/problems.ts';
export {
  Claim,
  ClaimFor,
  Figures,
  HandOut,
  RemakeInput,
  SetFilter,
  SetList,
} from './contract/routes-desk.ts';
export { Entitlement, Filing, MakerList } from './contract/routes-own.ts';
export { DEFAULT_SETTINGS, Settings, SettingsBody } from './contract/settings.ts';
export {
  Delivery,
  Maker,
  MakerInput,
  MakerSet,
  OwnSet,
  Seal,
  SealSet,
  SealSetInFull,
  Step,
  Way,
} from './contract/shapes.ts';
export {
  BEFORE_ENGRAVING,
  isLawful,
  Light,
  SetAct,
  SetState,
  stateAfter,
  stateWords,
  transitions,
} from './contract/state.ts';

export const routes = {
  ...deskRoutes,
  ...ownRoutes,
  ...makerRoutes,
  ...monthRoutes,
} as const;

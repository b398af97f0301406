import { ownRoutes } from './contract/routes-own.ts';
import { publicRoutes } from './contract/routes-public.ts';
import { staffRoutes } from './contract/routes-staff.ts';

export {
  addressKey,
  type AddressParts,
  formatAddress,
  parseAddress,
  toArabic,
  unitAddress,
} from './contract/address.ts';
export {
  checkFiling,
  type FilingContext,
  filingValidUntil,
  monthsBetween,
  unitValidUntil,
} from './contract/check-filing.ts';
export { events, LIVE } from './contract/events.ts';
export {
  CarrierKind,
  carrierKindWords,
  Excluded,
  excludedWords,
  OwnerKind,
  ownerKindWords,
  ProofKind,
  proofKindWords,
  UseRole,
  useRoleWords,
  UseType,
  useTypeWords,
} from './contract/kinds.ts';
export { listRefusals, placesLeft, type Taker, type UseQuestion } from './contract/may-use.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { FilingFilter, FilingList } from './contract/routes-staff.ts';
export { DEFAULT_SETTINGS, SensitiveTrade, Settings, SettingsBody } from './contract/settings.ts';
export {
  BodyInput,
  Building,
  Carrier,
  CarrierCard,
  CarrierInput,
  Figures,
  Filing,
  FilingBody,
  FilingLine,
  Finding,
  FoundUnit,
  HistoryEntry,
  Occupant,
  Pick,
  Plan,
  PlanUnit,
  Proof,
  ProofInput,
  Refusal,
  ReturnReason,
  ReturnRound,
  Snapshot,
  Town,
  Unit,
  UnitPreview,
  UnitRow,
  UnitState,
  UseLine,
  VersionLine,
  Words,
} from './contract/shapes.ts';
export {
  CheckPoint,
  checkPointWords,
  FilingAct,
  FilingKind,
  filingKindWords,
  Ground,
  groundWords,
  type GuardName,
  Stage,
  stageWords,
  Standing,
  standingWords,
  type Transition,
  transitions,
} from './contract/state.ts';

export const routes = { ...ownRoutes, ...staffRoutes, ...publicRoutes } as const;

export {
  ContractType,
  Document,
  DocumentAct,
  DocumentBody,
  DocumentKind,
  DocumentState,
  DocumentSummary,
  NewContract,
  NewDocument,
  NewPayment,
  NewSettlement,
  Returning,
  SizeClass,
  Verdict,
} from './contract/documents.ts';
export { toCount, yearOf } from './contract/counts.ts';
export { events } from './contract/events.ts';
export { addFigures, showFigures } from './contract/figures.ts';
export { type Forecast, forecastExhaustion } from './contract/forecast.ts';
export {
  ContractEventKind,
  eventOf,
  findReachedOn,
  splitPrice,
  toPercent,
  Trigger,
} from './contract/instalments.ts';
export {
  Bucket,
  type Figures,
  limitOf,
  type Movement,
  move,
  MovementKind,
  NOTHING,
  reverse,
  Side,
  sumOfBuckets,
} from './contract/ledger.ts';
export { permissions } from './contract/permissions.ts';
export type {
  ApprovedLine,
  BudgetLines,
  MeteredContract,
  MeteredEvent,
  PastSettlement,
  ProposedSettlement,
  SettlementLine,
  SettlementProgress,
  SettlementProposal,
  TakenOver,
} from './contract/ports.ts';
export { problems } from './contract/problems.ts';
export {
  ContractFilter,
  ContractSort,
  DocumentFilter,
  MovementFilter,
} from './contract/filters.ts';
export { routes } from './contract/routes.ts';
export {
  askedReserve,
  checkItems,
  ItemFinding,
  ItemFindingKind,
  type PlannedItem,
  ProcurementCategory,
  ProcurementMethod,
  shareText,
  YearRules,
} from './contract/rules.ts';
export {
  CarryOverProposal,
  Contract,
  ContractEventShown,
  ContractState,
  ContractSummary,
  CountedShown,
  FiguresShown,
  ForecastShown,
  InstalmentShown,
  InstalmentState,
  ItemShown,
  LineShown,
  MovementShown,
  NewContractEvent,
  NewPublication,
  Overdue,
  Overview,
  Preview,
  ProcurementPlan,
  ProjectYear,
  PublicationState,
  Reconciliation,
  SettlementShown,
  YearEnd,
} from './contract/shapes.ts';
export {
  type AccountingSystem,
  type BookedMovement,
  draftEntries,
  type DraftEntry,
} from './contract/vouchers.ts';
export {
  categoryWords,
  documentStateWords,
  kindWords,
  methodWords,
  movementWords,
  overdueWords,
  sideWords,
} from './contract/words.ts';
export { PositiveYuan, toFen, Yuan } from './contract/yuan.ts';

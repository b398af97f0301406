import { documentProblems, documentRoutes } from './contract/documents.ts';
import { dossierProblems, dossierRoutes } from './contract/dossier.ts';
import { problems as caseProblems } from './contract/problems.ts';
import { handlingRoutes } from './contract/routes-handling.ts';
import { intakeRoutes } from './contract/routes-intake.ts';
import { lookRoutes } from './contract/routes-look.ts';
import { ownRoutes } from './contract/routes-own.ts';
import { resultRoutes } from './contract/routes-result.ts';

export { CaseAct, GuardName } from './contract/acts.ts';
export type { Step, Who } from './contract/acts.ts';
export {
  CaseSettings,
  ClockFacts,
  ClockTerms,
  Deadline,
  DeadlineProof,
  DEFAULT_SETTINGS,
  LimitName,
  ProofDay,
  SpecialInterval,
} from './contract/deadlines.ts';
export type { Deadlines } from './contract/deadlines.ts';
export {
  CaseDocument,
  DocumentKind,
  DocumentVerification,
  documentWords,
} from './contract/documents.ts';
export { Dossier, DossierGroup, DossierItem } from './contract/dossier.ts';
export { CasePayload, events, LIVE } from './contract/events.ts';
export {
  Accept,
  Acceptance,
  Application,
  Approve,
  AskOpinion,
  Assign,
  Batch,
  BundleIntake,
  CheckPapers,
  Deliver,
  Deny,
  Dispatch,
  DraftInput,
  EndSpecial,
  Examine,
  Extend,
  GiveOpinion,
  InformThirdParties,
  Inspect,
  Intake,
  Issue,
  PaperInput,
  Preview,
  Reasoned,
  Refuse,
  Resubmit,
  Revoke,
  SendToOwner,
  StartSpecial,
  Supplement,
  TellCorrection,
  Terminate,
  Versioned,
  WriteMessage,
} from './contract/inputs.ts';
export { type CasePermission, permissions } from './contract/permissions.ts';
export { Checklist, ChecklistPaper } from './contract/routes-intake.ts';
export { CaseCounts, CaseFilter, ListCasesQuery, WorkList } from './contract/routes-look.ts';
export { Draft, OwnCase } from './contract/routes-own.ts';
export { BatchResult } from './contract/routes-result.ts';
export {
  ActResult,
  Applicant,
  CaseInFull,
  CasePaper,
  CaseSummary,
  Correction,
  CurrentDue,
  Decision,
  DeliveryProof,
  DeliveryWish,
  Examination,
  HistoryEntry,
  MayDo,
  Opinion,
  PaperSource,
  PaperState,
  Person,
  Receipt,
  RelatedCase,
  SpecialProcedure,
  Trust,
} from './contract/shapes.ts';
export {
  AcceptMode,
  CaseState,
  Channel,
  isClosed,
  Light,
  OutcomeCode,
  outcomeNeedsReason,
  outcomeWords,
  progressOf,
  PromiseState,
  ProxyStage,
  type Stage,
  stageOf,
  stateWords,
} from './contract/states.ts';
export { isLawful, transitions } from './contract/transitions.ts';

/** Every way in which the cases refuse. */
export const problems = { ...caseProblems, ...documentProblems, ...dossierProblems } as const;

/** Every route of the cases. */
export const routes = {
  ...lookRoutes,
  ...intakeRoutes,
  ...handlingRoutes,
  ...resultRoutes,
  ...ownRoutes,
  ...documentRoutes,
  ...dossierRoutes,
} as const;

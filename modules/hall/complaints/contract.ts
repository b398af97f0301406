import { assessmentRoutes, complaintRoutes } from './contract/routes.ts';

export { events, LIVE } from './contract/events.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export {
  ActInput,
  assessmentRoutes,
  Complaint,
  ComplaintFilter,
  ComplaintInput,
  complaintRoutes,
  ComplaintSummary,
  EVIDENCE_PURPOSE,
  Followed,
  MonthLine,
  MonthQuery,
  PublicInput,
  Score,
  ScoreInput,
  ScoreState,
  StaffInput,
  TargetKind,
} from './contract/routes.ts';
export {
  AssessmentGroup,
  AssessmentItem,
  AutoSource,
  ComplaintSettings,
  DEFAULT_SETTINGS,
  TermClass,
  Terms,
  termsOf,
} from './contract/settings.ts';
export {
  Act,
  actWords,
  isLawful,
  Kind,
  kindWords,
  nextState,
  Result,
  resultWords,
  Satisfaction,
  satisfactionWords,
  State,
  stateWords,
  steps,
  Wish,
  wishWords,
} from './contract/states.ts';

/** Every route: complaints of all kinds, and the assessment that they feed. */
export const routes = { ...complaintRoutes, ...assessmentRoutes } as const;

import { confirmationRoutes } from './contract/confirmations.ts';
import { padRoutes, personalRoutes } from './contract/routes-pad.ts';
import { badRoutes, publicRoutes, staffRoutes } from './contract/routes-staff.ts';

export {
  BadAct,
  badActWords,
  BadState,
  badStateWords,
  badSteps,
  CallBackResult,
  callBackWords,
  Complexity,
  Finding,
  findingWords,
  isLawfulBadAct,
  isOver,
  nextBadState,
} from './contract/bad-case.ts';
export { Channel, channelWords, fromPf, PfTable, toPf } from './contract/channels.ts';
export {
  Confirmation,
  ConfirmationInput,
  ConfirmationState,
  PadConfirmation,
  SignatureInput,
} from './contract/confirmations.ts';
export { events, LIVE_BAD, LIVE_WINDOW } from './contract/events.ts';
export {
  fromGbGrade,
  fromStars,
  GbGrade,
  Grade,
  gradeWords,
  isBad,
  Stars,
  toGbGrade,
  toStars,
} from './contract/grades.ts';
export { RatedVisit, Text } from './contract/of-visits.ts';
export {
  fromDeviceCodes,
  fromExchangeCodes,
  OptionSet,
  OptionSetInput,
  optionsOf,
  RatingOption,
  starsOfCode,
  toDeviceCodes,
  toExchangeCodes,
} from './contract/options.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export {
  PadInvitation,
  PadRating,
  padRoutes,
  PadView,
  personalRoutes,
  WindowSearch,
} from './contract/routes-pad.ts';
export {
  BadCase,
  BadCaseSummary,
  BadFilter,
  BadList,
  badBodies,
  badRoutes,
  EvaluationFilter,
  InviteInput,
  publicRoutes,
  staffRoutes,
} from './contract/routes-staff.ts';
export {
  DEFAULT_SETTINGS,
  DetectionRule,
  EvaluationSettings,
  SuspicionCode,
} from './contract/settings.ts';
export {
  Dimensions,
  Evaluation,
  ExclusionGround,
  PersonalRatingInput,
  PublicRating,
  RateableService,
  RatingInput,
  ServedBy,
  ServiceKind,
  Standing,
  Suspicion,
} from './contract/shapes.ts';
export { standardOptions, standardSet } from './contract/standard-options.ts';
export {
  FigureGroup,
  Figures,
  FiguresQuery,
  GradeCounts,
  GroupBy,
  PublicFigures,
  Rate,
  RatingFigures,
} from './contract/statistics.ts';

/** Every route of the ratings: pad, whoever was served, the staff, everybody. */
export const routes = {
  ...padRoutes,
  ...personalRoutes,
  ...badRoutes,
  ...staffRoutes,
  ...publicRoutes,
  ...confirmationRoutes,
} as const;

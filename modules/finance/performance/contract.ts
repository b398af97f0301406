import { publicRoutes, reviewRoutes, targetRoutes } from './contract/routes.ts';

export { checkIndicators, type IndicatorFault, shareWeights } from './contract/check-indicators.ts';
export { DECIMAL, readDecimal } from './contract/decimal.ts';
export { events, LIVE } from './contract/events.ts';
export { Indicator, MANUAL } from './contract/indicator.ts';
export {
  Level1,
  level1Words,
  Level2,
  level2Words,
  levelsUnder,
  Sign,
  signText,
} from './contract/levels.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { DeclarationFormat } from './contract/routes.ts';
export {
  EXECUTION_WEIGHT,
  gradeOf,
  INDICATOR_WEIGHTS,
  scoreExecution,
  type Scored,
  scoreIndicator,
  sumPoints,
} from './contract/scoring.ts';
export {
  IndicatorNow,
  LiveValue,
  MeasureShown,
  PaymentProgress,
  ProjectFacts,
  PublishedTarget,
  Review,
  ReviewKind,
  ReviewRow,
  ReviewSummary,
  Target,
  TargetState,
  TargetSummary,
} from './contract/shapes.ts';

/** Every route of performance. */
export const routes = { ...targetRoutes, ...reviewRoutes, ...publicRoutes } as const;

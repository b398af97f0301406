export { events } from './contract/events.ts';
export { permissions } from './contract/permissions.ts';
export { ProjectFilter, ProjectSort, routes } from './contract/routes.ts';
export {
  Project,
  ProjectContractShown,
  ProjectRow,
  ProjectVersion,
  ProjectYearShown,
  YearTotals,
} from './contract/shapes.ts';
export {
  ChainOfContract,
  ChainOfProject,
  ChainOfSettlement,
  ChainThing,
  Check,
  checkWords,
  CostsOf,
  CostState,
  costStateWords,
} from './contract/chain.ts';
export { CostsAsked, problems } from './contract/routes-chain.ts';

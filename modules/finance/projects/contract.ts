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

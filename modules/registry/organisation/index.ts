export type {
  DepartmentRef,
  Directory,
  Lookup,
  OfficeRef,
  SiteRef,
  WindowRef,
  ZoneRef,
} from './server/directory.ts';
export { isFoundBy } from './server/name-search.ts';
export type { OrganisationApi } from './server/api.ts';

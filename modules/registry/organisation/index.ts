export type {
  DepartmentRef,
  Directory,
  Lookup,
  OfficeRef,
  SiteRef,
  WindowRef,
  ZoneRef,
} from './server/directory.ts';
export type { OrganisationApi } from './server/api.ts';

import { departmentRoutes } from './contract/departments.ts';
import { officeRoutes } from './contract/offices.ts';
import { openingRoutes } from './contract/opening.ts';
import { publicRoutes } from './contract/public.ts';
import { siteRoutes } from './contract/sites.ts';
import { windowStateRoutes } from './contract/window-state.ts';
import { windowRoutes } from './contract/windows.ts';
import { zoneRoutes } from './contract/zones.ts';

export { Department, DepartmentInput, ListDepartmentsQuery } from './contract/departments.ts';
export { events, LIVE } from './contract/events.ts';
export { ListOfficesQuery, Office, OfficeInput } from './contract/offices.ts';
export {
  ClosedDay,
  ClosedDayInput,
  HoursRow,
  ListClosedDaysQuery,
  OpeningDay,
  OpeningState,
  PlaceHours,
  Stretch,
  Weekday,
  WeekInput,
} from './contract/opening.ts';
export { permissions } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { DirectoryView, PublicOpening, PublicSite, PublicZone } from './contract/public.ts';
export {
  Act,
  Closure,
  Code,
  DayKind,
  DepartmentKind,
  SiteKind,
  Version,
  WindowKind,
  WindowState,
  ZoneKind,
} from './contract/shapes.ts';
export { ListSitesQuery, Site, SiteInput } from './contract/sites.ts';
export {
  ListWindowStatesQuery,
  statesWithReason,
  WindowStateChange,
  WindowStateInput,
  windowTransitions,
} from './contract/window-state.ts';
export { ListWindowsQuery, Window, WindowInput } from './contract/windows.ts';
export { ListZonesQuery, Zone, ZoneInput } from './contract/zones.ts';

/** Every route of the organisation. */
export const routes = {
  ...siteRoutes,
  ...officeRoutes,
  ...departmentRoutes,
  ...zoneRoutes,
  ...windowRoutes,
  ...windowStateRoutes,
  ...openingRoutes,
  ...publicRoutes,
} as const;

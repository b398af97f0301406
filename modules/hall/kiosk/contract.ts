import { kioskRoutes, phoneRoutes, settingsRoutes, visitorRoutes } from './contract/routes.ts';

export { events } from './contract/events.ts';
export { permissions, PERMITS } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { JoinedLink, OpenedVisit, UploadLink, VisitEnd, VisitOpening } from './contract/routes.ts';
export { DEFAULT_SETTINGS, KioskSettings, LINK_FILES } from './contract/times.ts';

export const routes = {
  ...kioskRoutes,
  ...visitorRoutes,
  ...phoneRoutes,
  ...settingsRoutes,
} as const;

import { kioskRoutes, phoneRoutes, visitorRoutes } from './contract/routes.ts';

export { events } from './contract/events.ts';
export { permissions, PERMITS } from './contract/permissions.ts';
export { problems } from './contract/problems.ts';
export { JoinedLink, OpenedVisit, UploadLink, VisitEnd, VisitOpening } from './contract/routes.ts';
export {
  IDLE_SECONDS,
  LINK_FILES,
  LINK_MINUTES,
  VISIT_IDLE_MINUTES,
  VISIT_LONGEST_MINUTES,
  WARNING_SECONDS,
} from './contract/times.ts';

export const routes = { ...kioskRoutes, ...visitorRoutes, ...phoneRoutes } as const;

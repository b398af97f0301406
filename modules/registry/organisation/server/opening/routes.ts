import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeClosedDay } from './change-closed-day.ts';
import { createClosedDay } from './create-closed-day.ts';
import { getPublicOpening } from './get-public-opening.ts';
import { listClosedDays } from './list-closed-days.ts';
import { listOpeningHours } from './list-opening-hours.ts';
import { listPublicSites } from './list-public-sites.ts';
import { previewOpening } from './preview-opening.ts';
import { removeClosedDay } from './remove-closed-day.ts';
import { setOpeningHours } from './set-opening-hours.ts';

export function createOpeningRoutes(deps: OrganisationDeps): ServedRoute[] {
  return [
    serve(routes.listOpeningHours, ({ actor, params }) => listOpeningHours(deps, actor, params.id)),
    serve(routes.setOpeningHours, ({ actor, params, body, once }) =>
      setOpeningHours(deps, actor, params.id, body, once),
    ),
    serve(routes.previewOpening, ({ actor, params, body }) =>
      previewOpening(deps, actor, params.id, body),
    ),
    serve(routes.listClosedDays, ({ actor, query }) => listClosedDays(deps, actor, query)),
    serve(routes.createClosedDay, ({ actor, body, once }) =>
      createClosedDay(deps, actor, body, once),
    ),
    serve(routes.changeClosedDay, ({ actor, params, body, once }) =>
      changeClosedDay(deps, actor, params.id, body, once),
    ),
    serve(routes.removeClosedDay, ({ actor, params, query }) =>
      removeClosedDay(deps, actor, params.id, query.version),
    ),
    serve(routes.listPublicSites, ({ actor }) => listPublicSites(deps, actor.centreId)),
    serve(routes.getPublicOpening, ({ actor, query }) =>
      getPublicOpening(deps, actor.centreId, query.siteCode),
    ),
  ];
}

import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeSite } from './change-site.ts';
import { closeSite } from './close-site.ts';
import { createSite } from './create-site.ts';
import { getSite } from './get-site.ts';
import { listSites } from './list-sites.ts';
import { reopenSite } from './reopen-site.ts';

export function createSiteRoutes(deps: OrganisationDeps): ServedRoute[] {
  return [
    serve(routes.listSites, ({ actor, query }) => listSites(deps, actor, query)),
    serve(routes.getSite, ({ actor, params }) => getSite(deps, actor, params.id)),
    serve(routes.createSite, ({ actor, body, once }) => createSite(deps, actor, body, once)),
    serve(routes.changeSite, ({ actor, params, body, once }) =>
      changeSite(deps, actor, params.id, body, once),
    ),
    serve(routes.closeSite, ({ actor, params, body, once }) =>
      closeSite(deps, actor, params.id, body, once),
    ),
    serve(routes.reopenSite, ({ actor, params, body, once }) =>
      reopenSite(deps, actor, params.id, body.version, once),
    ),
  ];
}

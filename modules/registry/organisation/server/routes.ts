import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeSite } from './change-site.ts';
import { createSite } from './create-site.ts';
import type { OrganisationDeps } from './deps.ts';
import { getSite } from './get-site.ts';
import { listSites } from './list-sites.ts';

export function createRoutes(deps: OrganisationDeps): ServedRoute[] {
  return [
    serve(routes.listSites, ({ actor, query }) => listSites(deps, actor, query)),
    serve(routes.getSite, ({ actor, params }) => getSite(deps, actor, params.id)),
    serve(routes.createSite, ({ actor, body, once }) => createSite(deps, actor, body, once)),
    serve(routes.changeSite, ({ actor, params, body, once }) =>
      changeSite(deps, actor, params.id, body, once),
    ),
  ];
}

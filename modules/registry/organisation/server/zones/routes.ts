import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeZone } from './change-zone.ts';
import { closeZone } from './close-zone.ts';
import { createZone } from './create-zone.ts';
import { getZone } from './get-zone.ts';
import { listZones } from './list-zones.ts';
import { reopenZone } from './reopen-zone.ts';

export function createZoneRoutes(deps: OrganisationDeps): ServedRoute[] {
  return [
    serve(routes.listZones, ({ actor, query }) => listZones(deps, actor, query)),
    serve(routes.getZone, ({ actor, params }) => getZone(deps, actor, params.id)),
    serve(routes.createZone, ({ actor, body, once }) => createZone(deps, actor, body, once)),
    serve(routes.changeZone, ({ actor, params, body, once }) =>
      changeZone(deps, actor, params.id, body, once),
    ),
    serve(routes.closeZone, ({ actor, params, body, once }) =>
      closeZone(deps, actor, params.id, body, once),
    ),
    serve(routes.reopenZone, ({ actor, params, body, once }) =>
      reopenZone(deps, actor, params.id, body.version, once),
    ),
  ];
}

import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeLicence } from './change-licence.ts';
import { createLicence } from './create-licence.ts';
import type { LicencesDeps } from './deps.ts';
import { getLicence } from './get-licence.ts';
import { listLicences } from './list-licences.ts';

export function createRoutes(deps: LicencesDeps): ServedRoute[] {
  return [
    serve(routes.listLicences, ({ actor, query }) => listLicences(deps, actor, query)),
    serve(routes.getLicence, ({ actor, params }) => getLicence(deps, actor, params.id)),
    serve(routes.createLicence, ({ actor, body, once }) => createLicence(deps, actor, body, once)),
    serve(routes.changeLicence, ({ actor, params, body, once }) =>
      changeLicence(deps, actor, params.id, body, once),
    ),
  ];
}

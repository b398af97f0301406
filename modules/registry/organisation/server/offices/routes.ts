import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { changeOffice } from './change-office.ts';
import { closeOffice } from './close-office.ts';
import { createOffice } from './create-office.ts';
import { getOffice } from './get-office.ts';
import { listOffices } from './list-offices.ts';
import { reopenOffice } from './reopen-office.ts';

export function createOfficeRoutes(deps: OrganisationDeps): ServedRoute[] {
  return [
    serve(routes.listOffices, ({ actor, query }) => listOffices(deps, actor, query)),
    serve(routes.getOffice, ({ actor, params }) => getOffice(deps, actor, params.id)),
    serve(routes.createOffice, ({ actor, body, once }) => createOffice(deps, actor, body, once)),
    serve(routes.changeOffice, ({ actor, params, body, once }) =>
      changeOffice(deps, actor, params.id, body, once),
    ),
    serve(routes.closeOffice, ({ actor, params, body, once }) =>
      closeOffice(deps, actor, params.id, body, once),
    ),
    serve(routes.reopenOffice, ({ actor, params, body, once }) =>
      reopenOffice(deps, actor, params.id, body.version, once),
    ),
  ];
}

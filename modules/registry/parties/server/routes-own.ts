import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import {
  addOwnContact,
  addOwnMandate,
  endOwnContact,
  eraseOwnData,
  exportOwnData,
  getOwnIdentity,
  revealOwnField,
  revokeOwnMandate,
} from './own-identity.ts';

export function createOwnRoutes(deps: PartiesDeps): ServedRoute[] {
  return [
    serve(routes.getOwnIdentity, ({ actor }) => getOwnIdentity(deps, actor)),
    serve(routes.revealOwnField, ({ actor, body }) => revealOwnField(deps, actor, body)),
    serve(routes.addOwnContact, ({ actor, body, once }) => addOwnContact(deps, actor, body, once)),
    serve(routes.endOwnContact, ({ actor, params }) => endOwnContact(deps, actor, params.id)),
    serve(routes.addOwnMandate, ({ actor, body, once }) => addOwnMandate(deps, actor, body, once)),
    serve(routes.revokeOwnMandate, ({ actor, params, body, once }) =>
      revokeOwnMandate(deps, actor, params.id, body, once),
    ),
    serve(routes.exportOwnData, ({ actor }) => exportOwnData(deps, actor)),
    serve(routes.eraseOwnData, ({ actor, once }) => eraseOwnData(deps, actor, once)),
  ];
}

import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeTarget } from './change-target.ts';
import { createTarget } from './create-target.ts';
import type { PerformanceDeps } from './deps.ts';
import { getTarget } from './get-target.ts';
import { listTargets } from './list-targets.ts';

export function createRoutes(deps: PerformanceDeps): ServedRoute[] {
  return [
    serve(routes.listTargets, ({ actor, query }) => listTargets(deps, actor, query)),
    serve(routes.getTarget, ({ actor, params }) => getTarget(deps, actor, params.id)),
    serve(routes.createTarget, ({ actor, body, once }) => createTarget(deps, actor, body, once)),
    serve(routes.changeTarget, ({ actor, params, body, once }) =>
      changeTarget(deps, actor, params.id, body, once),
    ),
  ];
}

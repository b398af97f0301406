import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeMatter } from './change-matter.ts';
import { createMatter } from './create-matter.ts';
import type { MattersDeps } from './deps.ts';
import { getMatter } from './get-matter.ts';
import { listMatters } from './list-matters.ts';

export function createRoutes(deps: MattersDeps): ServedRoute[] {
  return [
    serve(routes.listMatters, ({ actor, query }) => listMatters(deps, actor, query)),
    serve(routes.getMatter, ({ actor, params }) => getMatter(deps, actor, params.id)),
    serve(routes.createMatter, ({ actor, body, once }) => createMatter(deps, actor, body, once)),
    serve(routes.changeMatter, ({ actor, params, body, once }) =>
      changeMatter(deps, actor, params.id, body, once),
    ),
  ];
}

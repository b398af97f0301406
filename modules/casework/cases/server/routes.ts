import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeCase } from './change-case.ts';
import { createCase } from './create-case.ts';
import type { CasesDeps } from './deps.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';

export function createRoutes(deps: CasesDeps): ServedRoute[] {
  return [
    serve(routes.listCases, ({ actor, query }) => listCases(deps, actor, query)),
    serve(routes.getCase, ({ actor, params }) => getCase(deps, actor, params.id)),
    serve(routes.createCase, ({ actor, body, once }) => createCase(deps, actor, body, once)),
    serve(routes.changeCase, ({ actor, params, body, once }) =>
      changeCase(deps, actor, params.id, body, once),
    ),
  ];
}

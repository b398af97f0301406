import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeEvaluation } from './change-evaluation.ts';
import { createEvaluation } from './create-evaluation.ts';
import type { EvaluationDeps } from './deps.ts';
import { getEvaluation } from './get-evaluation.ts';
import { listEvaluations } from './list-evaluations.ts';

export function createRoutes(deps: EvaluationDeps): ServedRoute[] {
  return [
    serve(routes.listEvaluations, ({ actor, query }) => listEvaluations(deps, actor, query)),
    serve(routes.getEvaluation, ({ actor, params }) => getEvaluation(deps, actor, params.id)),
    serve(routes.createEvaluation, ({ actor, body, once }) =>
      createEvaluation(deps, actor, body, once),
    ),
    serve(routes.changeEvaluation, ({ actor, params, body, once }) =>
      changeEvaluation(deps, actor, params.id, body, once),
    ),
  ];
}

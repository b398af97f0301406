import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import { listMeasures } from './list-measures.ts';
import { sendDeclaration, sendPublished, sendYear } from './papers/download.ts';
import { getPublishedTargets } from './published.ts';
import { getReview, saveReview, submitReview } from './reviews/change-review.ts';
import { openReview } from './reviews/open-review.ts';
import { approveTarget, declareTarget, returnTarget, saveTarget } from './targets/change-target.ts';
import { createTarget } from './targets/create-target.ts';
import { getTarget } from './targets/get-target.ts';
import { listTargets } from './targets/list-targets.ts';
import { recordValue } from './values/record-value.ts';

export function createRoutes(deps: PerformanceDeps): ServedRoute[] {
  return [
    serve(routes.listTargets, ({ actor, query }) => listTargets(deps, actor, query)),
    serve(routes.getTarget, ({ actor, params }) => getTarget(deps, actor, params.id)),
    serve(routes.createTarget, ({ actor, body, once }) => createTarget(deps, actor, body, once)),
    serve(routes.saveTarget, ({ actor, params, body, once }) =>
      saveTarget(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.declareTarget, ({ actor, params, body, once }) =>
      declareTarget(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.returnTarget, ({ actor, params, body, once }) =>
      returnTarget(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.approveTarget, ({ actor, params, body, once }) =>
      approveTarget(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.recordValue, ({ actor, params, body, once }) =>
      recordValue(deps, actor, params.id, body, once),
    ),
    serve(routes.downloadDeclaration, ({ actor, params, reply }) =>
      sendDeclaration(deps, actor, reply, params),
    ),
    serve(routes.downloadYear, ({ actor, params, reply }) => sendYear(deps, actor, reply, params)),
    serve(routes.listMeasures, ({ actor, query }) => listMeasures(deps, actor, query)),
    serve(routes.openReview, ({ actor, params, body, once }) =>
      openReview(deps, actor, params.id, body, once),
    ),
    serve(routes.getReview, ({ actor, params }) => getReview(deps, actor, params.id)),
    serve(routes.saveReview, ({ actor, params, body, once }) =>
      saveReview(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.submitReview, ({ actor, params, body, once }) =>
      submitReview(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.getPublishedTargets, ({ actor, query }) =>
      getPublishedTargets(deps, actor.centreId, query),
    ),
    serve(routes.downloadPublishedTargets, ({ actor, params, reply }) =>
      sendPublished(deps, actor.centreId, reply, params),
    ),
  ];
}

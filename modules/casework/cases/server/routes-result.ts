import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { actOnMany } from './act-on-many.ts';
import type { CasesDeps } from './deps.ts';
import { archiveCase } from './result/archive-case.ts';
import {
  dispatchResult,
  deliverResult,
  sendResultBack,
  handOver,
} from './result/deliver-result.ts';
import { beginCertifying, issueResult } from './result/issue-result.ts';
import { revokeCase, decideAgain, inspectPromise } from './result/revoke-case.ts';

export function createResultRoutes(deps: CasesDeps): ServedRoute[] {
  return [
    serve(routes.beginCertifying, ({ actor, params, body, once }) =>
      beginCertifying(deps, actor, params.id, body, once),
    ),
    serve(routes.issueResult, ({ actor, params, body, once }) =>
      issueResult(deps, actor, params.id, body, once),
    ),
    serve(routes.dispatchResult, ({ actor, params, body, once }) =>
      dispatchResult(deps, actor, params.id, body, once),
    ),
    serve(routes.deliverResult, ({ actor, params, body, once }) =>
      deliverResult(deps, actor, params.id, body, once),
    ),
    serve(routes.sendResultBack, ({ actor, params, body, once }) =>
      sendResultBack(deps, actor, params.id, body, once),
    ),
    serve(routes.handOver, ({ actor, params, body, once }) =>
      handOver(deps, actor, params.id, body, once),
    ),
    serve(routes.archiveCase, ({ actor, params, body, once }) =>
      archiveCase(deps, actor, params.id, body, once),
    ),
    serve(routes.revokeCase, ({ actor, params, body, once }) =>
      revokeCase(deps, actor, params.id, body, once),
    ),
    serve(routes.decideAgain, ({ actor, params, body, once }) =>
      decideAgain(deps, actor, params.id, body, once),
    ),
    serve(routes.inspectPromise, ({ actor, params, body, once }) =>
      inspectPromise(deps, actor, params.id, body, once),
    ),
    serve(routes.actOnMany, ({ actor, body, once }) => actOnMany(deps, actor, body, once)),
  ];
}

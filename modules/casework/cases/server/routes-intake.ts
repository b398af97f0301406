import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { acceptCase } from './intake/accept-case.ts';
import { checkPapers } from './intake/check-papers.ts';
import { checkForm, sendToOwner } from './intake/forward-proxy.ts';
import { previewIntake } from './intake/preview-intake.ts';
import { receiveAtWindow } from './intake/receive-at-window.ts';
import { receiveBundle } from './intake/receive-bundle.ts';
import { receiveCase } from './intake/receive-case.ts';
import { refuseCase, sayNotNeeded } from './intake/refuse-case.ts';
import { resubmit } from './intake/resubmit.ts';
import { supplement } from './intake/supplement.ts';
import { tellCorrection } from './intake/tell-correction.ts';

export function createIntakeRoutes(deps: CasesDeps): ServedRoute[] {
  return [
    serve(routes.previewIntake, ({ actor, body }) => previewIntake(deps, actor, body)),
    serve(routes.receiveAtWindow, ({ actor, body, once }) =>
      receiveAtWindow(deps, actor, body, once),
    ),
    serve(routes.receiveBundle, ({ actor, body, once }) => receiveBundle(deps, actor, body, once)),
    serve(routes.receiveCase, ({ actor, params, body, once }) =>
      receiveCase(deps, actor, params.id, body, once),
    ),
    serve(routes.checkForm, ({ actor, params, body, once }) =>
      checkForm(deps, actor, params.id, body, once),
    ),
    serve(routes.sendToOwner, ({ actor, params, body, once }) =>
      sendToOwner(deps, actor, params.id, body, once),
    ),
    serve(routes.checkPapers, ({ actor, params, body, once }) =>
      checkPapers(deps, actor, params.id, body, once),
    ),
    serve(routes.tellCorrection, ({ actor, params, body, once }) =>
      tellCorrection(deps, actor, params.id, body, once),
    ),
    serve(routes.acceptCase, ({ actor, params, body, once }) =>
      acceptCase(deps, actor, params.id, body, once),
    ),
    serve(routes.refuseCase, ({ actor, params, body, once }) =>
      refuseCase(deps, actor, params.id, body, once),
    ),
    serve(routes.sayNotNeeded, ({ actor, params, body, once }) =>
      sayNotNeeded(deps, actor, params.id, body, once),
    ),
    serve(routes.resubmitAtWindow, ({ actor, params, body, once }) =>
      resubmit(deps, actor, params.id, body, once),
    ),
    serve(routes.supplementAtWindow, ({ actor, params, body, once }) =>
      supplement(deps, actor, params.id, body, once),
    ),
  ];
}

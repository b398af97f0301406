import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { askWithdrawal, continueHandling } from './handling/withdraw-case.ts';
import { writeMessage } from './handling/write-message.ts';
import { previewOwn } from './intake/preview-intake.ts';
import { resubmit } from './intake/resubmit.ts';
import { supplement } from './intake/supplement.ts';
import { discardDraft, getDraft, listDrafts, saveDraft } from './own/drafts.ts';
import { getOwn, getOwnDeadlines, listOwn, listOwnHistory } from './own/own-cases.ts';
import { submitDraft } from './own/submit-draft.ts';
import { collectElectronically } from './result/deliver-result.ts';

export function createOwnRoutes(deps: CasesDeps): ServedRoute[] {
  return [
    serve(routes.previewOwn, ({ actor, body }) => previewOwn(deps, actor, body)),
    serve(routes.saveDraft, ({ actor, body, once }) => saveDraft(deps, actor, body, once)),
    serve(routes.listDrafts, ({ actor }) => listDrafts(deps, actor)),
    serve(routes.getDraft, ({ actor, params }) => getDraft(deps, actor, params.id)),
    serve(routes.discardDraft, ({ actor, params }) => discardDraft(deps, actor, params.id)),
    serve(routes.submitDraft, ({ actor, params, body, once }) =>
      submitDraft(deps, actor, params.id, body.version, once),
    ),
    serve(routes.listOwn, ({ actor, query }) => listOwn(deps, actor, query)),
    serve(routes.getOwn, ({ actor, params }) => getOwn(deps, actor, params.id)),
    serve(routes.listOwnHistory, ({ actor, params }) => listOwnHistory(deps, actor, params.id)),
    serve(routes.getOwnDeadlines, ({ actor, params }) => getOwnDeadlines(deps, actor, params.id)),
    serve(routes.collectOwn, ({ actor, params, body, once }) =>
      collectElectronically(deps, actor, params.id, body.version, once),
    ),
    serve(routes.resubmitOwn, ({ actor, params, body, once }) =>
      resubmit(deps, actor, params.id, body, once),
    ),
    serve(routes.supplementOwn, ({ actor, params, body, once }) =>
      supplement(deps, actor, params.id, body, once),
    ),
    serve(routes.withdrawOwn, ({ actor, params, body, once }) =>
      askWithdrawal(deps, actor, params.id, body, once),
    ),
    serve(routes.continueOwn, ({ actor, params, body, once }) =>
      continueHandling(deps, actor, params.id, body, once),
    ),
    serve(routes.writeOwnMessage, ({ actor, params, body, once }) =>
      writeMessage(deps, actor, params.id, body, once),
    ),
  ];
}

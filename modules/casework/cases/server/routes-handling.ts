import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { askOpinion } from './handling/ask-opinion.ts';
import { assignCase, takeCase, delegateCase } from './handling/assign-case.ts';
import { approveCase, denyCase } from './handling/decide-case.ts';
import { terminateCase, transferCase } from './handling/end-case.ts';
import { informThirdParties, examineCase } from './handling/examine-case.ts';
import { extendCase } from './handling/extend-case.ts';
import { giveOpinion } from './handling/give-opinion.ts';
import { startSpecial, endSpecial } from './handling/special-procedures.ts';
import { askWithdrawal, confirmWithdrawal, continueHandling } from './handling/withdraw-case.ts';
import { writeMessage } from './handling/write-message.ts';

export function createHandlingRoutes(deps: CasesDeps): ServedRoute[] {
  return [
    serve(routes.assignCase, ({ actor, params, body, once }) =>
      assignCase(deps, actor, params.id, body, once),
    ),
    serve(routes.takeCase, ({ actor, params, body, once }) =>
      takeCase(deps, actor, params.id, body, once),
    ),
    serve(routes.delegateCase, ({ actor, params, body, once }) =>
      delegateCase(deps, actor, params.id, body, once),
    ),
    serve(routes.startSpecial, ({ actor, params, body, once }) =>
      startSpecial(deps, actor, params.id, body, once),
    ),
    serve(routes.endSpecial, ({ actor, params, body, once }) =>
      endSpecial(deps, actor, params.id, body, once),
    ),
    serve(routes.extendCase, ({ actor, params, body, once }) =>
      extendCase(deps, actor, params.id, body, once),
    ),
    serve(routes.askOpinion, ({ actor, params, body, once }) =>
      askOpinion(deps, actor, params.id, body, once),
    ),
    serve(routes.giveOpinion, ({ actor, params, body, once }) =>
      giveOpinion(deps, actor, params.id, body, once),
    ),
    serve(routes.informThirdParties, ({ actor, params, body, once }) =>
      informThirdParties(deps, actor, params.id, body, once),
    ),
    serve(routes.examineCase, ({ actor, params, body, once }) =>
      examineCase(deps, actor, params.id, body, once),
    ),
    serve(routes.approveCase, ({ actor, params, body, once }) =>
      approveCase(deps, actor, params.id, body, once),
    ),
    serve(routes.denyCase, ({ actor, params, body, once }) =>
      denyCase(deps, actor, params.id, body, once),
    ),
    serve(routes.askWithdrawal, ({ actor, params, body, once }) =>
      askWithdrawal(deps, actor, params.id, body, once),
    ),
    serve(routes.confirmWithdrawal, ({ actor, params, body, once }) =>
      confirmWithdrawal(deps, actor, params.id, body, once),
    ),
    serve(routes.continueHandling, ({ actor, params, body, once }) =>
      continueHandling(deps, actor, params.id, body, once),
    ),
    serve(routes.terminateCase, ({ actor, params, body, once }) =>
      terminateCase(deps, actor, params.id, body, once),
    ),
    serve(routes.transferCase, ({ actor, params, body, once }) =>
      transferCase(deps, actor, params.id, body, once),
    ),
    serve(routes.writeMessage, ({ actor, params, body, once }) =>
      writeMessage(deps, actor, params.id, body, once),
    ),
  ];
}

import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { addIdentifier } from './add-identifier.ts';
import { addContact, endContact } from './change-contacts.ts';
import { addMandate, listMandates, revokeMandate } from './change-mandates.ts';
import { changeParty } from './change-party.ts';
import { checkIdentifier } from './check-identifier.ts';
import { presentCode } from './codes/present-code.ts';
import { exportData } from './data-copy.ts';
import type { PartiesDeps } from './deps.ts';
import { eraseParty } from './erase-party.ts';
import { getParty, listHistory, listParties } from './get-party.ts';
import { dismissDuplicate, listDuplicates } from './list-duplicates.ts';
import { listMerges } from './list-merges.ts';
import { mergeParties, previewMerge } from './merge-parties.ts';
import { registerOrganisation, registerPerson } from './register-party.ts';
import { revealField } from './reveal-field.ts';
import { createOwnRoutes } from './routes-own.ts';
import { searchParties } from './search-parties.ts';
import { changeSettings, getSettings } from './settings.ts';
import { undoMerge } from './undo-merge.ts';
import { verifyParty } from './verify-party.ts';

export function createRoutes(deps: PartiesDeps): ServedRoute[] {
  return [...createRegisterRoutes(deps), ...createCareRoutes(deps), ...createOwnRoutes(deps)];
}

function createRegisterRoutes(deps: PartiesDeps): ServedRoute[] {
  return [
    serve(routes.presentCode, ({ actor, body }) => presentCode(deps, actor, body)),
    serve(routes.searchParties, ({ actor, body }) => searchParties(deps, actor, body)),
    serve(routes.listParties, ({ actor, query }) => listParties(deps, actor, query)),
    serve(routes.checkIdentifier, ({ actor, body }) => checkIdentifier(deps, actor, body)),
    serve(routes.registerPerson, ({ actor, body, once }) =>
      registerPerson(deps, actor, body, once),
    ),
    serve(routes.registerOrganisation, ({ actor, body, once }) =>
      registerOrganisation(deps, actor, body, once),
    ),
    serve(routes.getParty, ({ actor, params }) => getParty(deps, actor, params.id)),
    serve(routes.changeParty, ({ actor, params, body, once }) =>
      changeParty(deps, actor, params.id, body, once),
    ),
    serve(routes.addIdentifier, ({ actor, params, body, once }) =>
      addIdentifier(deps, actor, params.id, body, once),
    ),
    serve(routes.addContact, ({ actor, params, body, once }) =>
      addContact(deps, actor, params.id, body, once),
    ),
    serve(routes.endContact, ({ actor, params }) =>
      endContact(deps, actor, params.id, params.contactId),
    ),
    serve(routes.verifyParty, ({ actor, params, body, once }) =>
      verifyParty(deps, actor, params.id, body, once),
    ),
    serve(routes.revealField, ({ actor, params, body }) =>
      revealField(deps, actor, params.id, body),
    ),
    serve(routes.listHistory, ({ actor, params, query }) =>
      listHistory(deps, actor, params.id, query),
    ),
    serve(routes.listMandates, ({ actor, params }) => listMandates(deps, actor, params.id)),
    serve(routes.addMandate, ({ actor, params, body, once }) =>
      addMandate(deps, actor, params.id, body, once),
    ),
    serve(routes.revokeMandate, ({ actor, params, body, once }) =>
      revokeMandate(deps, actor, params.mandateId, body, once),
    ),
  ];
}

function createCareRoutes(deps: PartiesDeps): ServedRoute[] {
  return [
    serve(routes.listDuplicates, ({ actor, query }) => listDuplicates(deps, actor, query)),
    serve(routes.dismissDuplicate, ({ actor, body, once }) =>
      dismissDuplicate(deps, actor, body, once),
    ),
    serve(routes.previewMerge, ({ actor, params, query }) =>
      previewMerge(deps, actor, params.id, query.fromId),
    ),
    serve(routes.mergeParties, ({ actor, params, body, once }) =>
      mergeParties(deps, actor, params.id, body, once),
    ),
    serve(routes.listMerges, ({ actor, query }) => listMerges(deps, actor, query)),
    serve(routes.undoMerge, ({ actor, params, body, once }) =>
      undoMerge(deps, actor, params.id, body, once),
    ),
    serve(routes.exportData, ({ actor, params, body }) => exportData(deps, actor, params.id, body)),
    serve(routes.eraseParty, ({ actor, params, body, once }) =>
      eraseParty(deps, actor, params.id, body, once),
    ),
    serve(routes.getSettings, ({ actor }) => getSettings(deps, actor)),
    serve(routes.changeSettings, ({ actor, body, once }) =>
      changeSettings(deps, actor, body, once),
    ),
  ];
}

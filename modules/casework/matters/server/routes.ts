import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { MattersDeps } from './deps.ts';
import { compareEditions } from './editions/compare-editions.ts';
import { createSubject } from './editions/create-subject.ts';
import { discardDraft } from './editions/discard-draft.ts';
import { getBundleEdition, getEdition } from './editions/get-edition.ts';
import { publishEdition } from './editions/publish-edition.ts';
import { returnDraft } from './editions/return-draft.ts';
import { saveDraft } from './editions/save-draft.ts';
import { startDraft } from './editions/start-draft.ts';
import { submitDraft } from './editions/submit-draft.ts';
import { withdrawEdition } from './editions/withdraw-edition.ts';
import { getMatter } from './get-matter.ts';
import { getGuideFile, sendGuideFile } from './guides/download-guide-file.ts';
import { findGuide } from './guides/find-guide.ts';
import { getBundleGuide, resolveBundleGuide } from './guides/get-bundle-guide.ts';
import { getGuide, getGuideEdition } from './guides/get-guide.ts';
import { readPage } from './guides/read-page.ts';
import { resolveGuide } from './guides/resolve-guide.ts';
import { searchGuides } from './guides/search-guides.ts';
import { listCatalogue } from './list-catalogue.ts';
import { listMatters } from './list-matters.ts';

export function createRoutes(deps: MattersDeps): ServedRoute[] {
  return [
    ...createListRoutes(deps),
    ...createDraftRoutes(deps),
    ...createPublicationRoutes(deps),
    ...createGuideRoutes(deps),
  ];
}

function createListRoutes(deps: MattersDeps): ServedRoute[] {
  return [
    serve(routes.listMatters, ({ actor, query }) => listMatters(deps, actor, query)),
    serve(routes.listCatalogue, ({ actor }) => listCatalogue(deps, actor)),
    serve(routes.getMatter, ({ actor, params }) => getMatter(deps, actor, params.id)),
    serve(routes.getEdition, ({ actor, params }) => getEdition(deps, actor, params.id)),
    serve(routes.getBundleEdition, ({ actor, params }) => getBundleEdition(deps, actor, params.id)),
    serve(routes.compareEditions, ({ actor, params, query }) =>
      compareEditions(deps, actor, params.id, query.from),
    ),
  ];
}

function createDraftRoutes(deps: MattersDeps): ServedRoute[] {
  return [
    serve(routes.createMatter, ({ actor, body, once }) => createSubject(deps, actor, body, once)),
    serve(routes.createBundle, ({ actor, body, once }) => createSubject(deps, actor, body, once)),
    serve(routes.saveDraft, ({ actor, params, body, once }) =>
      saveDraft(deps, actor, params.id, body, once),
    ),
    serve(routes.saveBundleDraft, ({ actor, params, body, once }) =>
      saveDraft(deps, actor, params.id, body, once),
    ),
    serve(routes.startDraft, ({ actor, params, body, once }) =>
      startDraft(deps, actor, params.id, body.fromEditionId, once),
    ),
    serve(routes.submitDraft, ({ actor, params, body, once }) =>
      submitDraft(deps, actor, params.id, body, once),
    ),
    serve(routes.discardDraft, ({ actor, params, body, once }) =>
      discardDraft(deps, actor, params.id, body.version, once),
    ),
  ];
}

function createPublicationRoutes(deps: MattersDeps): ServedRoute[] {
  return [
    serve(routes.returnDraft, ({ actor, params, body, once }) =>
      returnDraft(deps, actor, params.id, body, once),
    ),
    serve(routes.publishEdition, ({ actor, params, body, once }) =>
      publishEdition(deps, actor, params.id, body, once),
    ),
    serve(routes.withdrawEdition, ({ actor, params, body, once }) =>
      withdrawEdition(deps, actor, params.id, body, once),
    ),
  ];
}

function createGuideRoutes(deps: MattersDeps): ServedRoute[] {
  return [
    serve(routes.readPage, ({ actor, raw }) => readPage(deps, actor, raw)),
    serve(routes.searchGuides, ({ actor, query }) => searchGuides(deps, actor.centreId, query)),
    serve(routes.getGuide, ({ actor, params }) => getGuide(deps, actor.centreId, params.id)),
    serve(routes.getGuideEdition, ({ actor, params }) =>
      getGuideEdition(deps, actor.centreId, params.id),
    ),
    serve(routes.findGuide, ({ actor, params }) => findGuide(deps, actor.centreId, params.code)),
    serve(routes.downloadGuideFile, async ({ actor, params, reply }) =>
      sendGuideFile(
        reply,
        await getGuideFile(deps, actor.centreId, { matterId: params.id, fileId: params.fileId }),
      ),
    ),
    serve(routes.resolveGuide, ({ actor, params, body }) =>
      resolveGuide(deps, actor.centreId, params.id, body),
    ),
    serve(routes.getBundleGuide, ({ actor, params }) =>
      getBundleGuide(deps, actor.centreId, params.id),
    ),
    serve(routes.resolveBundleGuide, ({ actor, params, body }) =>
      resolveBundleGuide(deps, actor.centreId, params.id, body),
    ),
  ];
}

import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { BudgetDeps } from './deps.ts';
import { sendPublication } from './publication/download-publication.ts';
import { getPublication } from './publication/get-publication.ts';
import { publishVersion } from './publication/publish-version.ts';
import {
  approveVersion,
  returnVersion,
  saveVersion,
  setControlFigures,
  submitVersion,
  takeLines,
} from './versions/change-version.ts';
import { createVersion } from './versions/create-version.ts';
import { sendPackage } from './versions/download-package.ts';
import { getRegisters } from './versions/get-registers.ts';
import {
  auditDocument,
  auditDraft,
  auditVersion,
  compareVersions,
  renderVersion,
} from './versions/judge-version.ts';
import { getVersion, listVersions } from './versions/list-versions.ts';

export function createRoutes(deps: BudgetDeps): ServedRoute[] {
  return [
    serve(routes.listVersions, ({ actor }) => listVersions(deps, actor)),
    serve(routes.getVersion, ({ actor, params }) => getVersion(deps, actor, params.id)),
    serve(routes.createVersion, ({ actor, body, once }) => createVersion(deps, actor, body, once)),
    serve(routes.saveVersion, ({ actor, params, body, once }) =>
      saveVersion(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.takeLines, ({ actor, params, body, once }) =>
      takeLines(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.downloadPackage, ({ actor, params, reply }) =>
      sendPackage(deps, actor, reply, params.id),
    ),
    serve(routes.getRegisters, ({ actor, params }) => getRegisters(deps, actor, params.year)),
    serve(routes.setControlFigures, ({ actor, params, body, once }) =>
      setControlFigures(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.submitVersion, ({ actor, params, body, once }) =>
      submitVersion(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.returnVersion, ({ actor, params, body, once }) =>
      returnVersion(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.approveVersion, ({ actor, params, body, once }) =>
      approveVersion(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.compareVersions, ({ actor, params, query }) =>
      compareVersions(deps, actor, params.id, query.with),
    ),
    serve(routes.auditVersion, ({ actor, params }) => auditVersion(deps, actor, params.id)),
    serve(routes.auditDraft, ({ actor, params, body }) =>
      auditDraft(deps, actor, params.id, body.rows),
    ),
    serve(routes.renderVersion, ({ actor, params }) => renderVersion(deps, actor, params.id)),
    serve(routes.publishVersion, ({ actor, params, body, once }) =>
      publishVersion(deps, actor, { ...body, ...params }, once),
    ),
    serve(routes.auditDocument, ({ actor, body }) => auditDocument(deps, actor, body)),
    serve(routes.getPublication, ({ actor, query }) =>
      getPublication(deps, actor.centreId, query.year),
    ),
    serve(routes.downloadPublication, ({ actor, params, reply }) =>
      sendPublication(deps, reply, { centreId: actor.centreId, ...params }),
    ),
  ];
}

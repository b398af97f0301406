import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { downloadDossier } from './archive/download-dossier.ts';
import { getDossier } from './archive/get-dossier.ts';
import type { CasesDeps } from './deps.ts';

export const createArchiveRoutes = (deps: CasesDeps): ServedRoute[] => [
  serve(routes.getDossier, ({ actor, params }) => getDossier(deps, actor, params.id)),
  serve(routes.downloadDossier, async ({ actor, params, locale, reply }) => {
    const { fileName, content } = await downloadDossier(deps, actor, params.id, locale);
    await reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      .send(content);
    return undefined;
  }),
];

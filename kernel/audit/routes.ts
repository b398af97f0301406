import { type ServedRoute, serve } from '../http/handler.ts';
import { anchorFileName, toAnchorText } from './anchor-files.ts';
import { routes } from './contract.ts';
import type { AuditDeps } from './deps.ts';
import { downloadAnchor } from './download-anchor.ts';
import { exportAudit } from './export.ts';
import { searchAudit } from './search.ts';

export function createAuditRoutes(deps: AuditDeps): ServedRoute[] {
  return [
    serve(routes.search, ({ actor, query }) => searchAudit(deps, actor, query)),
    serve(routes.export, async ({ actor, query, locale, reply }) => {
      const csv = await exportAudit(deps, actor, query, locale);
      await reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="audit.csv"')
        .send(csv);
      return undefined;
    }),
    serve(routes.anchor, async ({ actor, reply }) => {
      const anchor = await downloadAnchor(deps, actor);
      await reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${anchorFileName(anchor)}"`)
        .send(toAnchorText(anchor));
      return undefined;
    }),
  ];
}

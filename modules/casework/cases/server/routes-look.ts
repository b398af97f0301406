import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { exportCases } from './look/export-cases.ts';
import { getCase } from './look/get-case.ts';
import { countCases, listCases } from './look/list-cases.ts';
import { listOpinions } from './look/list-opinions.ts';
import { queryPublicly } from './look/query-publicly.ts';
import { getDeadlines } from './look/show-deadlines.ts';
import { listHistory } from './look/show-history.ts';
import { changeSettings, readSettings } from './settings.ts';

export function createLookRoutes(deps: CasesDeps): ServedRoute[] {
  return [
    serve(routes.listCases, ({ actor, query }) => listCases(deps, actor, query)),
    serve(routes.countCases, ({ actor }) => countCases(deps, actor)),
    serve(routes.exportCases, async ({ actor, query, locale, reply }) => {
      const csv = await exportCases(deps, actor, query, locale);
      await reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="cases.csv"')
        .send(csv);
      return undefined;
    }),
    serve(routes.getSettings, ({ actor }) => readSettings(deps.database.db, actor.centreId)),
    serve(routes.changeSettings, ({ actor, body, once }) =>
      changeSettings(deps, actor, body, once),
    ),
    serve(routes.listOpinions, ({ actor, query }) => listOpinions(deps, actor, query)),
    serve(routes.getCase, ({ actor, params }) => getCase(deps, actor, params.id)),
    serve(routes.listHistory, ({ actor, params }) => listHistory(deps, actor, params.id)),
    serve(routes.getDeadlines, ({ actor, params }) => getDeadlines(deps, actor, params.id)),
    serve(routes.queryPublicly, ({ actor, body }) => queryPublicly(deps, actor, body)),
  ];
}

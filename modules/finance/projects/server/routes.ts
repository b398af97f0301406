import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { getChainOfContract, getChainOfProject, getChainOfSettlement } from './chain/look-down.ts';
import { getCosts } from './chain/look-up.ts';
import type { ProjectsDeps } from './deps.ts';
import { exportProjects } from './export-projects.ts';
import { getProject } from './get-project.ts';
import { getYear, listProjects } from './list-projects.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const createRoutes = (deps: ProjectsDeps): ServedRoute[] => [
  serve(routes.getYear, ({ actor, query }) => getYear(deps, actor, query.year)),
  serve(routes.listProjects, ({ actor, query }) => listProjects(deps, actor, query)),
  serve(routes.exportProjects, async ({ actor, query, locale, reply }) => {
    const content = await exportProjects(deps, actor, query, locale);
    await reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="projects.xlsx"')
      .header('cache-control', 'no-store')
      .send(content);
    return undefined;
  }),
  serve(routes.getChainOfProject, ({ actor, params, query }) =>
    getChainOfProject(deps, actor, params.code, query.year),
  ),
  serve(routes.getChainOfContract, ({ actor, params }) =>
    getChainOfContract(deps, actor, params.id),
  ),
  serve(routes.getChainOfSettlement, ({ actor, params, query }) =>
    getChainOfSettlement(deps, actor, params.id, query),
  ),
  serve(routes.getCosts, ({ actor, query }) => getCosts(deps, actor, query)),
  serve(routes.getProject, ({ actor, params }) => getProject(deps, actor, params.code)),
];

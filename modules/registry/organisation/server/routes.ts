import { type ServedRoute, serve } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { createDepartmentRoutes } from './departments/routes.ts';
import type { OrganisationDeps } from './deps.ts';
import { getDirectory } from './get-directory.ts';
import { createOfficeRoutes } from './offices/routes.ts';
import { createOpeningRoutes } from './opening/routes.ts';
import { createSiteRoutes } from './sites/routes.ts';
import { createWindowRoutes } from './windows/routes.ts';
import { createZoneRoutes } from './zones/routes.ts';

export function createRoutes(deps: OrganisationDeps): ServedRoute[] {
  return [
    ...createSiteRoutes(deps),
    ...createOfficeRoutes(deps),
    ...createDepartmentRoutes(deps),
    ...createZoneRoutes(deps),
    ...createWindowRoutes(deps),
    ...createOpeningRoutes(deps),
    serve(routes.getDirectory, ({ actor }) => getDirectory(deps, actor)),
  ];
}

import type { ServedRoute } from '../http/handler.ts';
import type { AccessDeps } from './deps.ts';
import {
  createAccountRoutes,
  createProfileRoutes,
  createRoleRoutes,
} from './routes/account-routes.ts';
import { createEntryRoutes } from './routes/entry-routes.ts';
import { createFactorRoutes, createSessionRoutes } from './routes/session-routes.ts';

/** Every route of this part. */
export function createRoutes(deps: AccessDeps): ServedRoute[] {
  return [
    ...createSessionRoutes(deps),
    ...createFactorRoutes(deps),
    ...createProfileRoutes(deps),
    ...createAccountRoutes(deps),
    ...createRoleRoutes(deps),
    ...createEntryRoutes(deps),
  ];
}

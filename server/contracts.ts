import type { RouteContract } from '#kernel/http/contract.ts';

import { declarations } from './modules.ts';
import { systemRoutes } from './system-contract.ts';

/** Every route of the product, for OpenAPI, the reference and the walk of all routes by all roles. */
export const allContracts: readonly RouteContract[] = [
  ...declarations.flatMap((declaration) => Object.values<RouteContract>(declaration.routes)),
  ...Object.values<RouteContract>(systemRoutes),
];

import type { ServedRoute } from '#kernel/http/handler.ts';

import type { StaffDeps } from './deps.ts';

export function createRoutes(_deps: StaffDeps): ServedRoute[] {
  return [];
}

import type { Listener } from '#kernel/events/listener.ts';
import type { ServedRoute } from '#kernel/http/handler.ts';
import type { Job } from '#kernel/jobs/contract.ts';
import { organisation } from '#modules/registry/organisation/server/module.ts';

import type { Foundation } from './kernel.ts';

/** The one list: every part of the product that has routes, events or tables of its own. */
export const declarations = [organisation] as const;

export interface Running {
  readonly routes: readonly ServedRoute[];
  readonly listeners: readonly Listener[];
  readonly jobs: readonly Job[];
}

/** Makes every module run, each with the doors of those it may call. The order is the order of need. */
export function createModules(foundation: Foundation): Running {
  const instances = [organisation.create(foundation)];
  return {
    routes: instances.flatMap((instance) => instance.routes),
    listeners: instances.flatMap((instance) => instance.listeners ?? []),
    jobs: instances.flatMap((instance) => instance.jobs ?? []),
  };
}

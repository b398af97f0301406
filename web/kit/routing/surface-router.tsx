import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { PageComponent, PageDefinition } from '../pages.ts';
import type { SurfaceName } from '../surface-names.ts';
import { parseSearch, stringifySearch } from './search-params.ts';

export interface SurfaceRouterOptions {
  readonly surface: SurfaceName;
  /** Where the surface lives: `/console`. */
  readonly basePath: string;
  readonly pages: readonly PageDefinition[];
  /** Draws header and navigation around an `<Outlet />`. */
  readonly frame: PageComponent;
  /** Stands between the frame and each page: permission, sign-in, title. */
  readonly gate: (props: {
    readonly page: PageDefinition;
    readonly children: ReactNode;
  }) => ReactNode;
  readonly notFound: PageComponent;
  readonly failed: (props: { readonly error: unknown; readonly reset: () => void }) => ReactNode;
  readonly waiting: PageComponent;
  /** The history lives in memory: nothing of a visit stands in the address bar or can be gone back to. */
  readonly isInMemory?: boolean;
}

/** The pages of one surface as routes in its frame. Throws when two pages share a path. */
export function createSurfaceRouter(options: SurfaceRouterOptions) {
  const pages = options.pages.filter((page) => page.surface === options.surface);
  checkPaths(pages);
  const root = createRootRoute({ component: options.frame, notFoundComponent: options.notFound });
  const children = pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: gatedPage(page, options.gate),
      staticData: { page },
    }),
  );
  return createRouter({
    routeTree: root.addChildren(children),
    basepath: options.basePath,
    ...(options.isInMemory === true
      ? { history: createMemoryHistory({ initialEntries: ['/'] }) }
      : {}),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    defaultPendingMs: 400,
    defaultPendingComponent: options.waiting,
    defaultErrorComponent: options.failed,
    defaultNotFoundComponent: options.notFound,
    scrollRestoration: true,
    trailingSlash: 'never',
  });
}

function gatedPage(page: PageDefinition, Gate: SurfaceRouterOptions['gate']): RouteComponent {
  const load = async () => ({ Page: await page.load() });
  const Page = lazyRouteComponent(load, 'Page');
  const Gated = () => (
    <Gate page={page}>
      <Page />
    </Gate>
  );
  return Object.assign(Gated, { preload: async () => Page.preload?.() });
}

function checkPaths(pages: readonly PageDefinition[]): void {
  const seen = new Set<string>();
  for (const { path, surface } of pages) {
    const shape = path.replaceAll(/\$\w+/g, '$');
    if (seen.has(shape)) throw new Error(`Two pages of ${surface} have the path ${path}`);
    seen.add(shape);
  }
}

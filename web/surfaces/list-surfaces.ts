import { pages as consolePages } from './console/pages.ts';
import { pages as deskPages } from './desk/pages.ts';
import { pages as devicePages } from './device/pages.ts';
import { modulePages } from './modules.ts';
import { pages as publicPages } from './public/pages.ts';
import surfaces from './surfaces.json' with { type: 'json' };

/** Every surface with the addresses that show a page, as the server matches them. */
export function listSurfaces() {
  const all = [...modulePages, ...devicePages, ...consolePages, ...deskPages, ...publicPages];
  return surfaces.map(({ name, path }) => ({
    name,
    path,
    pages: all
      .filter((page) => page.surface === name)
      .map((page) => joinPath(path, page.path.replaceAll('$', ':')))
      .concat(path),
  }));
}

function joinPath(base: string, path: string): string {
  const joined = `${base}${path}`.replaceAll(/\/{2,}/g, '/');
  return joined.length > 1 && joined.endsWith('/') ? joined.slice(0, -1) : joined;
}

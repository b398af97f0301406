import type { Db } from '#kernel/db/types.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import type { CasesDeps } from './deps.ts';

/** Names and codes of places, read again after a minute or when something is not found. */
interface Places {
  directory(db: Db, centreId: number): Promise<Directory>;
  findDepartmentId(db: Db, centreId: number, code: string): Promise<string | null>;
  findSiteId(db: Db, centreId: number, windowId: string): Promise<string | null>;
}

const FRESH_MS = 60_000;
const known = new WeakMap<CasesDeps, Places>();

/**
 * The directory of a centre, kept for a minute: every intake needs it and it seldom changes. Ids and codes are
 * never given to another place, so an old one can only lack a new place, which is looked up anew.
 */
export function placesOf(deps: CasesDeps): Places {
  const found = known.get(deps) ?? createPlaces(deps);
  known.set(deps, found);
  return found;
}

function createPlaces({ organisation, clock }: CasesDeps): Places {
  const kept = new Map<number, { readonly directory: Directory; readonly at: number }>();
  async function load(db: Db, centreId: number): Promise<Directory> {
    const directory = await organisation.loadDirectory(db, centreId);
    kept.set(centreId, { directory, at: clock.now().getTime() });
    return directory;
  }
  async function directoryOf(db: Db, centreId: number): Promise<Directory> {
    const one = kept.get(centreId);
    const age = one === undefined ? Infinity : clock.now().getTime() - one.at;
    return one !== undefined && age >= 0 && age < FRESH_MS ? one.directory : load(db, centreId);
  }
  async function find(
    db: Db,
    centreId: number,
    pick: (directory: Directory) => string | undefined,
  ): Promise<string | null> {
    const at = pick(await directoryOf(db, centreId));
    return at ?? pick(await load(db, centreId)) ?? null;
  }
  return {
    directory: directoryOf,
    findDepartmentId: (db, centreId, code) =>
      find(db, centreId, ({ departments }) => departments.byCode.get(code)?.id),
    findSiteId: (db, centreId, windowId) =>
      find(db, centreId, ({ windows }) => windows.byId.get(windowId)?.siteId),
  };
}

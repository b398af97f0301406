import type { Db } from '#kernel/db/types.ts';

import type { DeviceDeps } from './deps.ts';
import * as repository from './repository.ts';
import type { Surroundings } from './view.ts';

/** The names around the devices of a centre at this moment. */
export async function loadSurroundings(
  deps: DeviceDeps,
  db: Db,
  centreId: number,
): Promise<Surroundings> {
  const [directory, kinds] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    repository.listKinds(db, centreId),
  ]);
  return {
    directory,
    kinds: new Map(kinds.map((kind) => [kind.code, kind])),
    now: deps.clock.now(),
  };
}

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';

import { permissions } from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { listProjectFacts, loadSummaries } from '../load.ts';
import * as repository from '../repository.ts';
import { thisYear } from '../span.ts';

/** Targets of a year by project, and the projects of its budget that have none. */
export async function listTargets(
  deps: PerformanceDeps,
  actor: Actor,
  asked: { readonly year?: number | undefined },
) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const all = await repository.listTargets(db, centreId);
  const years = [...new Set(all.map((row) => row.year))];
  const year = asked.year ?? years[0] ?? thisYear(deps.clock);
  const [items, projects] = await Promise.all([
    loadSummaries(
      deps,
      db,
      all.filter((row) => row.year === year),
    ),
    listProjectFacts(deps, db, centreId, year),
  ]);
  const has = new Set(items.map((item) => item.projectCode));
  const without = [...projects].flatMap(([code, { name }]) =>
    has.has(code) ? [] : { code, name },
  );
  return { year, years, items, without };
}

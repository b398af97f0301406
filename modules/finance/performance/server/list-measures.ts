import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';

import { permissions } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import * as repository from './repository.ts';
import { spanOfYear, thisYear } from './span.ts';

/** Every measure that a module offers, read over a year, with how many indicators of the year refer to it. */
export async function listMeasures(
  deps: PerformanceDeps,
  actor: Actor,
  asked: { readonly year?: number | undefined },
) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const targets = await repository.listTargets(db, centreId);
  const current = thisYear(deps.clock);
  const year = asked.year ?? current;
  const years = [...new Set([current, ...targets.map((row) => row.year)])].toSorted(
    (one, other) => other - one,
  );
  const span = spanOfYear(deps.clock, year);
  const ids = targets.filter((row) => row.year === year).map((row) => row.target_id);
  const measures = deps.measures();
  const [indicators, readings] = await Promise.all([
    repository.listIndicators(db, centreId, ids),
    Promise.all(measures.map((measure) => measure.read(db, { centreId, ...span }))),
  ]);
  const items = measures.map(({ name, title, query, unit }, index) => ({
    name,
    title,
    query,
    unit,
    value: readings[index]?.value ?? null,
    events: readings[index]?.events ?? 0,
    ...span,
    used: indicators.filter((one) => one.measure === name).length,
  }));
  return {
    year,
    years,
    items: items.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

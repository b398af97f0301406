import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';

import { permissions } from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { toSummary } from '../view.ts';
import { getVersionRow, loadView } from './load-version.ts';

/** Every version, newest year first; there are a handful a year. */
export async function listVersions({ database: { db } }: BudgetDeps, actor: Actor) {
  authorise(actor, permissions.view.name);
  const { centreId } = actor;
  const [rows, totals, published, years] = await Promise.all([
    repository.listVersions(db, centreId),
    repository.listTotals(db, centreId),
    repository.listPublished(db, centreId),
    repository.listYears(db, centreId),
  ]);
  const byId = new Map(totals.map((total) => [total.version_id, total]));
  const isPublished = new Set(published.map(({ version_id: id }) => id));
  const items = rows.map((row) =>
    toSummary(
      row,
      byId.get(row.version_id) ?? { fen: 0n, lines: 0 },
      isPublished.has(row.version_id),
    ),
  );
  return { items, years };
}

export async function getVersion({ database: { db } }: BudgetDeps, actor: Actor, id: string) {
  authorise(actor, permissions.view.name);
  return loadView(db, await getVersionRow(db, actor.centreId, id));
}

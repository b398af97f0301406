import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  type KindSettings,
  type LicenceFilter,
  type LicenceKind,
  permissions,
} from '../contract.ts';
import type { LicencesDeps } from './deps.ts';
import { kindChanged } from './events.ts';
import { type Departments, reachOfLooks } from './reach.ts';
import * as kinds from './repository-kinds.ts';
import { countLicences, type ListFilter, listLicences as listRows } from './repository-list.ts';
import { loadAround, toKind, toSummary } from './view.ts';

/** A page of licences that the actor may see, the newest first; the total counts by the same rules. */
export async function listLicences(
  deps: LicencesDeps,
  actor: Actor,
  query: PageQuery & LicenceFilter,
) {
  const departments = reachOfLooks(actor);
  const { db } = deps.database;
  const around = await loadAround(deps, db, actor.centreId);
  const filter = { ...toListFilter(query, around.today, departments), search: query.search };
  const page = { limit: query.limit, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    listRows(db, actor.centreId, filter, page),
    countLicences(db, actor.centreId, filter),
  ]);
  const view = toPage(
    rows,
    query.limit,
    (row) => toSummary(row, around),
    (row) => [row.issued_at.toISOString(), row.licence_id],
  );
  return { ...view, total };
}

export function toListFilter(
  { endsWithinDays, ...filter }: LicenceFilter,
  today: Day,
  departments: Departments,
): ListFilter {
  const endsBy = endsWithinDays === undefined ? undefined : addDays(today, endsWithinDays);
  return { ...filter, today, departments, endsBy };
}

export async function listKinds({ database }: LicencesDeps, actor: Actor) {
  reachOfLooks(actor);
  const rows = await kinds.listKinds(database.db, actor.centreId);
  return { items: rows.map(toKind) };
}

/** Sets what a centre may set of a kind; licences that exist keep the validity that they were issued with. */
export async function changeKind(
  { database, clock }: LicencesDeps,
  actor: Actor,
  code: string,
  input: KindSettings,
  once: Once,
): Promise<LicenceKind> {
  authorise(actor, permissions.manageKinds.name);
  return database.transaction(async (tx) => {
    const before = orNotFound(await kinds.lockKind(tx, actor.centreId, code));
    requireVersion(before, input.version);
    const row = {
      ...before,
      renew_from_days: input.renewFromDays,
      validity_months: input.validityMonths,
      version: before.version + 1,
      updated_at: clock.now(),
    };
    kinds.saveKinds(tx, [row]);
    const { renew_from_days, validity_months } = before;
    kindChanged(tx, clock, actor, code, { before: { renew_from_days, validity_months } });
    const view = toKind(row);
    once.claim(tx, view);
    return view;
  });
}

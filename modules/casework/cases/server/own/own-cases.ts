import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type OwnCase, permissions } from '../../contract.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import { loadAround } from '../load-around.ts';
import { listMayDo } from '../look/list-may-do.ts';
import { proveCase } from '../look/show-deadlines.ts';
import { toTimeline } from '../look/show-history.ts';
import { listOfParty } from '../repository-list.ts';
import * as repository from '../repository.ts';
import type { CaseRow } from '../tables.ts';
import { toCaseInFull } from '../view-full.ts';
import { loadSurroundings, toSummary } from '../view.ts';
import { requireActing, requireOwn } from '../who.ts';

/** The cases of whom the citizen acts for, the newest first. */
export async function listOwn(
  deps: CasesDeps,
  actor: Actor,
  query: { readonly limit: number; readonly cursor?: string | undefined },
) {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const { db } = deps.database;
  const { centreId } = actor;
  const { partyId } = await requireActing(deps, db, actor);
  const paging = { limit: query.limit, cursor: readCursor(query.cursor) };
  const partyIds = await deps.parties.listPartyIds(db, centreId, partyId);
  const [rows, counting] = await Promise.all([
    listOfParty(db, centreId, partyIds, paging),
    loadCounting(deps, db, centreId),
  ]);
  const around = await loadSurroundings(deps, db, centreId, rows, counting);
  const page = toPage(
    rows,
    query.limit,
    (row) => toSummary(row, around),
    (row) => [row.case_id],
  );
  return { ...page, total: null };
}

/** One’s own case: without who examined it or what departments said to each other. */
export async function getOwn(deps: CasesDeps, actor: Actor, id: string): Promise<OwnCase> {
  const { db } = deps.database;
  const row = await findOwn(deps, db, actor, id);
  const loaded = await loadAround(deps, db, actor, row, true);
  const around = await loadSurroundings(deps, db, actor.centreId, [row], loaded.counting);
  const mayDo = listMayDo(actor, loaded.around, true);
  const full = await toCaseInFull(deps, db, loaded, around, mayDo);
  return { ...full, updatedByName: '', specials: full.specials.map(withoutName) };
}

const withoutName = <T extends { readonly startedByName: string }>(one: T): T => ({
  ...one,
  startedByName: '',
});

export async function listOwnHistory(deps: CasesDeps, actor: Actor, id: string) {
  const { db } = deps.database;
  await findOwn(deps, db, actor, id);
  return { items: toTimeline(await repository.listEvents(db, actor.centreId, id)) };
}

export async function getOwnDeadlines(deps: CasesDeps, actor: Actor, id: string) {
  const { db } = deps.database;
  return proveCase(deps, db, await findOwn(deps, db, actor, id));
}

async function findOwn(deps: CasesDeps, db: Db, actor: Actor, id: string): Promise<CaseRow> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const row = orNotFound(await repository.findCase(db, actor.centreId, id));
  await requireOwn(deps, db, actor, row.body);
  return row;
}

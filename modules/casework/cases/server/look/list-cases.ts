import { type Reach, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays } from '#kernel/clock/day.ts';
import { localDay, startOfLocalDay } from '#kernel/clock/local-day.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';

import {
  type CaseCounts,
  type CaseFilter,
  type ListCasesQuery,
  permissions,
} from '../../contract.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import {
  countByStateAndLight,
  countCases as countRows,
  isByDue,
  listCases as listRows,
  type ListFilter,
} from '../repository-list.ts';
import { countAskedOpinions } from '../repository-parts.ts';
import { loadSurroundings, toSummary } from '../view.ts';

/** A page of what the actor may see. Work lists are counted by the same conditions as they are listed. */
export async function listCases(deps: CasesDeps, actor: Actor, query: ListCasesQuery) {
  const reach = reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const filter = toListFilter(query, reach, actor, localDay(deps.clock.now()));
  const paging = { limit: query.limit, cursor: readCursor(query.cursor) };
  const [counting, rows, total] = await Promise.all([
    loadCounting(deps, db, centreId),
    listRows(db, centreId, filter, paging),
    isByDue(filter) ? countRows(db, centreId, filter) : null,
  ]);
  const around = await loadSurroundings(deps, db, centreId, rows.slice(0, query.limit), counting);
  const page = toPage(
    rows,
    query.limit,
    (row) => toSummary(row, around),
    (row) => (isByDue(filter) ? [row.due_on, row.case_id] : [row.case_id]),
  );
  return { ...page, total };
}

/** The list as the repository takes it: days become ids, since ids ascend with time. */
export function toListFilter(
  filter: CaseFilter,
  reach: Reach,
  actor: Actor,
  today: string,
): ListFilter {
  const { from, to, ...rest } = filter;
  return {
    ...rest,
    reach,
    actorId: actor.id,
    today,
    firstId: from === undefined ? undefined : firstIdOf(from),
    lastId: to === undefined ? undefined : firstIdOf(addDays(to, 1)),
  };
}

/** The least id (UUIDv7) that can be made on a day. */
function firstIdOf(day: string): string {
  const hex = startOfLocalDay(day).getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** How much there is to do. */
export async function countCases(deps: CasesDeps, actor: Actor): Promise<CaseCounts> {
  const reach = reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const { centreId } = actor;
  const today = localDay(deps.clock.now());
  const of = (list: CaseFilter['list']) => toListFilter({ list }, reach, actor, today);
  const [own, group, overdue, groups, opinions] = await Promise.all([
    countRows(db, centreId, of('own')),
    countRows(db, centreId, of('group')),
    countRows(db, centreId, of('overdue')),
    countByStateAndLight(db, centreId, of('open')),
    countAskedOpinions(db, centreId, { departmentIds: departmentsOf(actor), openOnly: true }),
  ]);
  const byState = new Map<CaseCounts['byState'][number]['state'], number>();
  const byLight = new Map<CaseCounts['byLight'][number]['light'], number>();
  for (const { state, light, count } of groups) {
    byState.set(state, (byState.get(state) ?? 0) + count);
    byLight.set(light, (byLight.get(light) ?? 0) + count);
  }
  return {
    own,
    group,
    overdue,
    opinions,
    byState: [...byState].map(([state, count]) => ({ state, count })),
    byLight: [...byLight].map(([light, count]) => ({ light, count })),
  };
}

/** The departments for which somebody may answer; undefined for all, none when they may for none. */
export function departmentsOf(actor: Actor): readonly string[] | undefined {
  const scopes = actor.grants
    .filter(({ permission }) => permission === permissions.advise.name)
    .map(({ scope }) => scope);
  if (scopes.some(({ level }) => level === 'centre')) return undefined;
  return scopes.flatMap((scope) => (scope.level === 'department' ? [scope.id] : []));
}

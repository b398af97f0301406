import type { Db } from '#kernel/db/types.ts';
import type { EditionItem } from '#modules/casework/matters/index.ts';

import type { CasesDeps } from '../deps.ts';
import { placesOf } from '../places.ts';

interface Asked {
  readonly centreId: number;
  readonly caseId: string;
  readonly departmentId: string | null;
}

interface Routed {
  readonly windowId: string | null;
  readonly siteId: string | null;
}

const NOWHERE: Routed = { windowId: null, siteId: null };

/**
 * 综窗受理: where the edition says so, what was applied for online goes to one of the comprehensive windows that take in
 * the work of the department, at a place that the guide names when it names any. The clerk of that window may then
 * receive and accept it as what was handed in there; the department may too, as ever. Windows take turns by the id of
 * the case, which is random in its last part.
 */
export async function routeToWindow(
  deps: CasesDeps,
  db: Db,
  { content }: Pick<EditionItem, 'content'>,
  { centreId, caseId, departmentId }: Asked,
): Promise<Routed> {
  if (content.acceptedAtWindows !== true || departmentId === null) return NOWHERE;
  const [windows, { sites }] = await Promise.all([
    deps.organisation.listEntrusted(db, centreId, departmentId),
    placesOf(deps).directory(db, centreId),
  ]);
  const named = new Set(content.places.map(({ siteCode }) => sites.byCode.get(siteCode)?.id));
  const there = windows.filter(({ siteId }) => named.size === 0 || named.has(siteId));
  return there[pick(caseId, there.length)] ?? NOWHERE;
}

const pick = (id: string, count: number): number =>
  count === 0 ? 0 : Number.parseInt(id.slice(-8), 16) % count;

import type { GuideSearch, GuideSummary, SearchGuidesQuery } from '../../contract.ts';
import { themeName } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import type { IndexedGuide } from './guide-index.ts';

/** Guides in force that fit, best first, with how many there are of each theme and department. For everybody. */
export async function searchGuides(
  { database: { db }, guides }: MattersDeps,
  centreId: number,
  query: SearchGuidesQuery,
): Promise<GuideSearch> {
  const index = await guides.open(db, centreId);
  return findAmong(index.search(query.search), query);
}

/** Narrows what was found; each count is what choosing that theme or department would give. */
export function findAmong(found: readonly IndexedGuide[], query: SearchGuidesQuery): GuideSearch {
  const { kind, audience, theme, departmentCode } = query;
  const base = found.filter(
    ({ card }) =>
      (kind === undefined || card.kind === kind) &&
      (audience === undefined ||
        card.serviceObjects.some((object) => (object === '1') === (audience === 'person'))),
  );
  const ofTheme = ({ card }: IndexedGuide) => theme === undefined || card.themes.includes(theme);
  const ofDepartment = ({ card }: IndexedGuide) =>
    departmentCode === undefined || card.departmentCode === departmentCode;
  const fitting = base.filter((guide) => ofTheme(guide) && ofDepartment(guide));
  const departments = new Map(
    base.map(({ card }) => [card.departmentCode, { zh: card.departmentName }]),
  );
  return {
    items: fitting.slice(query.offset, query.offset + query.limit).map(toSummary),
    total: fitting.length,
    themes: countBy(base.filter(ofDepartment), ({ card }) => card.themes, themeName),
    departments: countBy(
      base.filter(ofTheme),
      ({ card }) => [card.departmentCode],
      (key) => departments.get(key) ?? { zh: key },
    ),
  };
}

function countBy(
  guides: readonly IndexedGuide[],
  keysOf: (guide: IndexedGuide) => readonly string[],
  nameOf: (key: string) => GuideSummary['name'],
): GuideSearch['themes'] {
  const counts = new Map<string, number>();
  for (const guide of guides)
    for (const key of keysOf(guide)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ key, name: nameOf(key), count }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function toSummary({ matterId, editionId, card }: IndexedGuide): GuideSummary {
  const { catalogCode: _catalog, keywords: _keywords, itemCodes: _items, ...words } = card;
  return { matterId, editionId, ...words };
}

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
  const { kind, audience, theme, departmentCode, offset, limit } = query;
  const themes = new Map<string, number>();
  const departments = new Map<string, number>();
  const names = new Map<string, string>();
  const fitting: IndexedGuide[] = [];
  for (const guide of found) {
    const { card } = guide;
    if (kind !== undefined && card.kind !== kind) continue;
    if (audience !== undefined && !serves(guide, audience)) continue;
    const fitsTheme = theme === undefined || card.themes.includes(theme);
    const fitsDepartment = departmentCode === undefined || card.departmentCode === departmentCode;
    if (fitsTheme) countOne(departments, card.departmentCode);
    if (fitsTheme) names.set(card.departmentCode, card.departmentName);
    if (fitsDepartment) for (const key of card.themes) countOne(themes, key);
    if (fitsTheme && fitsDepartment) fitting.push(guide);
  }
  return {
    items: fitting.slice(offset, offset + limit).map(toSummary),
    total: fitting.length,
    themes: toCounts(themes, themeName),
    departments: toCounts(departments, (key) => ({ zh: names.get(key) ?? key })),
  };
}

const serves = ({ card }: IndexedGuide, audience: 'person' | 'firm'): boolean =>
  card.serviceObjects.some((object) => (object === '1') === (audience === 'person'));

const countOne = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function toCounts(
  counts: ReadonlyMap<string, number>,
  nameOf: (key: string) => GuideSummary['name'],
): GuideSearch['themes'] {
  return [...counts]
    .map(([key, count]) => ({ key, name: nameOf(key), count }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function toSummary({ matterId, editionId, card }: IndexedGuide): GuideSummary {
  const { catalogCode: _catalog, keywords: _keywords, itemCodes: _items, ...words } = card;
  return { matterId, editionId, ...words };
}

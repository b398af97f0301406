import { call } from '#web/client/index.ts';
import { currentLanguage } from '#web/kit/language.tsx';
import type { SearchHit } from '#web/kit/search.ts';

import { routes } from '../../contract.ts';
import { toWords } from '../words/use-text.ts';

const BEST = 6;

/** The best few matters and bundles in force for what was typed: Chinese, pinyin or initials. */
export async function findMatters(
  search: string,
  signal: AbortSignal,
): Promise<readonly SearchHit[]> {
  const { items } = await call(routes.searchGuides, { query: { search, limit: BEST }, signal });
  return items.map((guide) => ({
    id: guide.matterId,
    title: toWords(guide.name, currentLanguage()),
    detail: guide.departmentName,
    to: `/matters/matters/${guide.matterId}`,
  }));
}

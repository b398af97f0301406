import { type GuideSummary, routes as matters } from '#modules/casework/matters/contract.ts';
import { call } from '#web/client/index.ts';
import { currentLanguage } from '#web/kit/language.tsx';

import type { Found } from '../../parts/Finder.tsx';
import { messages } from './messages.ts';

const FEW = 10;

/** Matters and bundles in force by Chinese, pinyin, initials or common words. */
export async function findMatters(
  text: string,
  signal: AbortSignal,
): Promise<ReadonlyArray<Found<GuideSummary>>> {
  const { items } = await call(matters.searchGuides, {
    query: { search: text, limit: FEW },
    signal,
  });
  const isEnglish = currentLanguage() === 'en';
  const { oneThing } = messages[currentLanguage()];
  return items.map((guide) => ({
    key: guide.matterId,
    title: isEnglish ? (guide.name.en ?? guide.name.zh) : guide.name.zh,
    detail: [guide.kind === 'bundle' ? oneThing : '', guide.departmentName, guide.code]
      .filter((part) => part !== '')
      .join(' · '),
    value: guide,
  }));
}

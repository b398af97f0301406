import { call } from '#web/client/index.ts';
import { currentLanguage } from '#web/kit/language.tsx';
import type { SearchHit } from '#web/kit/search.ts';

import { routes } from '../../contract.ts';

const SHOWN = 6;

/** The first few people for the search box: found by name, pinyin, initials or number. */
export async function findPeople(text: string, signal: AbortSignal): Promise<readonly SearchHit[]> {
  const { items } = await call(routes.listPeople, {
    query: { search: text, limit: SHOWN },
    signal,
  });
  const isEnglish = currentLanguage() === 'en';
  return items.map((person) => ({
    id: person.id,
    title: isEnglish ? person.nameEn || person.nameZh : person.nameZh,
    detail: `${person.employeeNo} ${isEnglish ? person.postNameEn : person.postNameZh}`,
    to: `/staff/people/${person.id}`,
  }));
}

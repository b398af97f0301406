import { call } from '#web/client/index.ts';
import { currentLanguage } from '#web/kit/language.tsx';
import type { SearchHit } from '#web/kit/search.ts';

import { type CaseSummary, routes, stateWords } from '../../contract.ts';
import { findApplicants } from './find-applicants.ts';

const FEW = 6;
const APPLICANTS = 3;
/** Case numbers and query codes are capitals and digits; anything else is somebody’s name. */
const CODE = /^[0-9A-Z-]{4,}$/iu;

/** Cases by their number or query code, else by who applied. */
export async function findCases(text: string, signal: AbortSignal): Promise<SearchHit[]> {
  const wanted = text.trim();
  const byCode = CODE.test(wanted) ? await list({ search: wanted.toUpperCase() }, signal) : [];
  if (byCode.length > 0 || wanted.length < 2) return byCode.map(toHit);
  const people = await findApplicants(wanted, signal);
  const found = await Promise.all(
    people.slice(0, APPLICANTS).map(({ value }) => list({ partyId: value.id }, signal)),
  );
  return found.flat().slice(0, FEW).map(toHit);
}

async function list(
  query: { readonly search?: string; readonly partyId?: string },
  signal: AbortSignal,
): Promise<readonly CaseSummary[]> {
  const page = await call(routes.listCases, {
    query: { ...query, list: 'all', limit: FEW },
    signal,
  });
  return page.items;
}

function toHit(one: CaseSummary): SearchHit {
  const language = currentLanguage();
  const name = language === 'en' ? (one.matterName.en ?? one.matterName.zh) : one.matterName.zh;
  return {
    id: one.id,
    title: `${one.caseNo} ${name}`,
    detail: [one.applicant?.name, stateWords[one.state][language]].filter(Boolean).join(' · '),
    to: `/cases/${one.id}`,
  };
}

import { ApiProblem, call } from '#web/client/index.ts';
import type { SearchHit } from '#web/kit/search.ts';

import { problems, routes } from '../../contract.ts';

const FEW = 6;

/** Masked hits for the search box; the text travels in the body, so that no address holds a number. */
export async function findParties(text: string, signal: AbortSignal): Promise<SearchHit[]> {
  try {
    const found = await call(routes.searchParties, { body: { text, limit: FEW }, signal });
    return found.items.slice(0, FEW).map((item) => ({
      id: item.id,
      title: item.name,
      detail: [item.partyNo, item.identifier?.masked, item.phone].filter(Boolean).join(' · '),
      to: `/parties/${item.id}`,
    }));
  } catch (error) {
    // One character is too little to look people up by; other kinds of hits may have it.
    if (error instanceof ApiProblem && error.code === problems.tooGeneral.code) return [];
    throw error;
  }
}

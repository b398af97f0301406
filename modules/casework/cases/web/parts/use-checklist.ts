import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { type ApiProblem, call } from '#web/client/index.ts';

import { type Checklist, type Preview, routes } from '../../contract.ts';

const KEPT_MS = 60_000;

/** What an application needs by the server’s word: reuse, prefilling, day of the decision. Asked again when the answers change. */
export function useChecklist(
  asked: Preview | undefined,
  isOwn: boolean,
): UseQueryResult<Checklist, ApiProblem> {
  return useQuery({ ...checklistOf(asked, isOwn), placeholderData: (former) => former });
}

/** The question behind it, for pages that ask for several matters at once. */
export function checklistOf(asked: Preview | undefined, isOwn: boolean) {
  return queryOptions<Checklist, ApiProblem>({
    queryKey: ['cases.previewIntake', isOwn, JSON.stringify(asked ?? null)],
    enabled: asked !== undefined,
    staleTime: KEPT_MS,
    // Somebody’s answers are not kept longer than the page needs them.
    gcTime: KEPT_MS,
    queryFn: async ({ signal }) => {
      if (asked === undefined) throw new Error('Nothing was asked');
      const { partyId: _party, agentId: _agent, ...own } = asked;
      return isOwn
        ? call(routes.previewOwn, { body: own, signal })
        : call(routes.previewIntake, { body: asked, signal });
    },
  });
}

import type { ResponseOf } from '#kernel/http/contract.ts';
import { routes as cases } from '#modules/casework/cases/contract.ts';

import type { Centre } from '../play/centre.ts';
import type { Ledger } from '../play/ledger.ts';
import type { Requests } from '../play/requests.ts';
import {
  acceptedCasesAreComplete,
  caseCountsAgree,
  type CaseFacts,
  caseHistoriesAreWhole,
  noCaseIsLost,
} from './cases.ts';
import type { Verdict } from './invariant.ts';

const PAGE = 500;
type Page = ResponseOf<typeof cases.listCases>;

/** Reads every case of the day with its history, and everything that the centre lists. */
export async function judgeCases(
  requests: Requests,
  centre: Centre,
  ledger: Ledger,
): Promise<Verdict[]> {
  const reader = centre.pose('hall-manager');
  const found = new Map<
    string,
    CaseFacts['found'] extends ReadonlyMap<string, infer T> ? T : never
  >();
  for (const { caseId } of ledger.cases.values()) {
    const params = { id: caseId };
    const [file, history] = await Promise.all([
      requests.send(cases.getCase, reader, { params }),
      requests.send(cases.listHistory, reader, { params }),
    ]);
    if (file.ok && history.ok) found.set(caseId, { file: file.body, history: history.body.items });
  }
  const listed: Array<CaseFacts['listed'][number]> = [];
  let cursor: string | null = null;
  do {
    const page: Page = await requests.must(cases.listCases, reader, {
      query: { list: 'all', limit: PAGE, ...(cursor === null ? {} : { cursor }) },
    });
    listed.push(...page.items.map(({ id, caseNo, state }) => ({ id, caseNo, state })));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const { byState } = await requests.must(cases.countCases, reader);
  const facts: CaseFacts = {
    acknowledged: [...ledger.cases.values()].map((one) => ({
      ...one,
      hasDeferred: one.open === 'deferred',
    })),
    found,
    listed,
    counts: byState,
  };
  return [
    noCaseIsLost(facts),
    acceptedCasesAreComplete(facts),
    caseHistoriesAreWhole(facts),
    caseCountsAgree(facts),
  ];
}

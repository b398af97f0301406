import type { Actor } from '#kernel/access/contract-actor.ts';
import { isEqualSecret } from '#kernel/crypto/equal-secret.ts';
import { normaliseCode } from '#kernel/ids/token.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { CasesDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { NEVER } from '../view.ts';
import { toTimeline } from './show-history.ts';

/** Where a case stands, for whoever holds number and code. A wrong code and an unknown number answer alike. */
export async function queryPublicly(
  { database, parties }: CasesDeps,
  actor: Actor,
  { caseNo, queryCode }: { readonly caseNo: string; readonly queryCode: string },
) {
  const { db } = database;
  const row = await repository.findCaseByNo(db, actor.centreId, caseNo);
  const isRight = isEqualSecret(row?.query_code ?? '', normaliseCode(queryCode));
  const found = orNotFound(isRight ? row : undefined);
  const [events, applicant] = await Promise.all([
    repository.listEvents(db, actor.centreId, found.case_id),
    parties.findPartySummary(db, actor.centreId, found.party_id),
  ]);
  return {
    caseNo: found.case_no,
    matterName: found.body.matterName,
    applicant: applicant?.name ?? '',
    state: found.state,
    acceptedOn: found.body.facts.acceptedOn,
    dueOn: found.due_on === NEVER ? null : found.due_on,
    isStopped: found.state === 'special',
    timeline: toTimeline(events).map(({ at, act, toState, text }) => ({ at, act, toState, text })),
  };
}

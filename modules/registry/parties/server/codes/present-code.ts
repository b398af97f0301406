import type { Actor } from '#kernel/access/contract-actor.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type PresentedParty, permissions, problems } from '../../contract.ts';
import { authoriseAtDesk } from '../authorise-desk.ts';
import type { PartiesDeps } from '../deps.ts';
import { registerSearched } from '../events.ts';
import { linkIdentity } from '../link-identity.ts';
import * as repository from '../repository.ts';
import { parseSubject } from '../subject.ts';
import { loadSummaries, viewingOf } from '../view.ts';

/**
 * Who stands at the window, by the code that they show. The issuing service vouches for them, so a record is made or
 * verified as at a sign-in. Audited; masked.
 */
export async function presentCode(
  deps: PartiesDeps,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<PresentedParty> {
  authoriseAtDesk(actor, permissions.register.name);
  if (deps.readCode === undefined) throw new ProblemError(problems.codesAway);
  const claims = await deps.readCode(code);
  if (claims === undefined) throw new ProblemError(problems.codeUnreadable);
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  return deps.database.transaction(async (tx) => {
    const { accountSubject } = await linkIdentity(deps, tx, centreId, claims);
    const { partyId, personId } = parseSubject(accountSubject) ?? { partyId: '', personId: '' };
    const rows = await repository.findParties(tx, centreId, [partyId, personId]);
    const summaries = await loadSummaries(tx, viewing, centreId, rows);
    const party = summaries.get(partyId);
    if (party === undefined) throw new ProblemError(problems.codeUnreadable);
    registerSearched(tx, deps.clock, actor, 'code', [partyId]);
    return { party, agent: partyId === personId ? null : (summaries.get(personId) ?? null) };
  });
}

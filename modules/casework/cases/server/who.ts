import { authorise, may } from '#kernel/access/authorise.ts';
import type { Actor, Target } from '#kernel/access/contract-actor.ts';
import { maskName } from '#kernel/crypto/mask.ts';
import type { Db } from '#kernel/db/types.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type CaseAct, permissions, transitions } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import type { CaseEntry, CaseFile } from './rules/case-file.ts';

/** What a grant must cover to reach a case. */
export const targetOf = (
  file: Pick<CaseFile, 'siteId' | 'departmentId' | 'windowId' | 'handler'>,
): Target => ({
  siteId: file.siteId,
  departmentId: file.departmentId,
  windowId: file.windowId,
  ownerId: file.handler?.id,
});

/** For whom a signed-in citizen acts; refuses who is nobody’s record. */
export async function requireActing(
  { parties }: Pick<CasesDeps, 'parties'>,
  db: Db,
  actor: Actor,
): Promise<{ readonly partyId: string; readonly personId: string }> {
  const acting = await parties.findActingParty(db, actor);
  if (acting === undefined) throw new ProblemError(commonProblems.forbidden);
  return acting;
}

/** Whether it is the citizen’s own case; one of somebody else is not found, so that nobody learns that it exists. */
export async function requireOwn(
  deps: Pick<CasesDeps, 'parties'>,
  db: Db,
  actor: Actor,
  file: Pick<CaseFile, 'partyId'>,
): Promise<void> {
  const acting = await requireActing(deps, db, actor);
  const owner = await deps.parties.findLivePartyId(db, actor.centreId, file.partyId);
  if (owner !== acting.partyId) throw new ProblemError(commonProblems.notFound);
}

/** Refuses an act to whom the table does not give it; answers in what part the actor acts. */
export async function authoriseAct(
  deps: Pick<CasesDeps, 'parties'>,
  db: Db,
  actor: Actor,
  act: CaseAct,
  file: CaseFile,
): Promise<CaseEntry['byKind']> {
  const { who } = transitions[act];
  if (actor.kind === 'citizen') {
    await requireOwn(deps, db, actor, file);
    if (who.applicant !== true) throw new ProblemError(commonProblems.forbidden);
    authorise(actor, permissions.apply.name, { ownerId: actor.id });
    return 'applicant';
  }
  if (actor.kind === 'system' && who.system === true) return 'system';
  if (who.staff === undefined) throw new ProblemError(commonProblems.forbidden);
  authorise(actor, permissions[who.staff].name, targetOf(file));
  return 'staff';
}

/** Whether the table and the actor’s grants give the act on this case. */
export function mayAct(actor: Actor, act: CaseAct, file: CaseFile): boolean {
  const { staff } = transitions[act].who;
  return staff !== undefined && may(actor, permissions[staff].name, targetOf(file));
}

/** As whom the history shows somebody: staff by name, applicants masked, since no table holds their names. */
export const nameOf = (actor: Actor): string =>
  actor.kind === 'citizen' ? maskName(actor.name) : actor.name;

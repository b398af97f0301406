import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { VisitEnd } from '../../contract.ts';
import type { KioskDeps } from '../deps.ts';
import { visitEnded } from '../events.ts';
import * as repository from '../repository.ts';
import type { VisitRow } from '../tables.ts';
import { getKiosk } from './find-kiosk.ts';

const WHY =
  '自助终端接待结束，未提交的材料已清除 / Not handed in before the visit at the kiosk ended';

/** Ends the visit that is meant, or whatever is open at the kiosk that asks, as often as it asks. */
export async function endVisit(
  deps: KioskDeps,
  actor: Actor,
  { why, visitId }: { readonly why: VisitEnd; readonly visitId?: string | undefined },
): Promise<{ visits: number; files: number }> {
  await getKiosk(deps, actor);
  return deps.database.transaction(async (tx) => {
    const open = await repository.lockOpenVisits(tx, actor.centreId, actor.id);
    // The visit that was meant is over: another one is open now, and stays.
    const isOver = visitId !== undefined && !open.some((visit) => visit.visit_id === visitId);
    return isOver ? { visits: 0, files: 0 } : wipeVisits(deps, tx, actor, actor.id, why);
  });
}

/** Sessions, links and loose files of a kiosk; drafts keep what was typed, without those files. */
export async function wipeVisits(
  deps: KioskDeps,
  tx: Tx,
  actor: Actor,
  deviceAccountId: string,
  why: VisitEnd,
): Promise<{ visits: number; files: number }> {
  const visits = await repository.lockOpenVisits(tx, actor.centreId, deviceAccountId);
  await deps.access.endVisitors(tx, actor, deviceAccountId);
  let files = 0;
  for (const visit of visits) {
    const gone = await destroyFiles(deps, tx, actor, visit);
    files += gone;
    const row = { ...visit, ended_at: deps.clock.now(), ended_why: why };
    repository.endVisit(tx, row);
    visitEnded(tx, deps.clock, actor, row, gone);
  }
  return { visits: visits.length, files };
}

/** Destroys what the visit sent and did not hand in; gives how many files that were. */
export async function destroyFiles(
  deps: KioskDeps,
  tx: Tx,
  actor: Actor,
  visit: VisitRow,
): Promise<number> {
  const { centreId } = actor;
  const fileIds = await deps.files.destroyLoose(tx, actor, visit.session_id, WHY);
  if (fileIds.length === 0) return 0;
  const account = await deps.access.findAccount(tx, centreId, visit.account_id);
  const acting =
    account?.subject === undefined
      ? undefined
      : await deps.parties.findActingParty(tx, {
          kind: 'citizen',
          id: visit.account_id,
          centreId,
          name: account.displayName,
          grants: [],
          subject: account.subject,
        });
  if (acting !== undefined) await deps.cases.forgetDraftFiles(tx, { centreId, ...acting }, fileIds);
  return fileIds.length;
}

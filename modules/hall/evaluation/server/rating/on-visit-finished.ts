import { systemActor } from '#kernel/access/system-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { listen } from '#kernel/events/listener.ts';
import { events as queueEvents } from '#modules/hall/queue/contract.ts';

import type { RatedVisit } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { openVisit } from './open-service.ts';

/** A ticket that was given back or taken by mistake was no service. */
const NO_SERVICE: ReadonlySet<string> = new Set(['wrong-business']);

/** 一次一评: when the clerk ends a visit the pad of the window asks. */
export const onVisitFinished = (deps: EvaluationDeps) =>
  listen(
    'evaluation.on-visit-finished',
    queueEvents.finished,
    async (tx, { centreId, at, payload }) => {
      const { windowId } = payload;
      if (windowId === null || NO_SERVICE.has(payload.finishKind ?? '')) return;
      const actor = systemActor(centreId, 'evaluation.on-visit-finished');
      await openVisit(deps, tx, actor, {
        visitId: payload.ticketId,
        ticketNo: payload.number,
        siteId: payload.siteId,
        windowId,
        personId: payload.personId,
        partyId: payload.partyId,
        finishedAt: at.toISOString(),
        ...(await findWhatFor(deps, tx, centreId, payload.ticketId)),
      });
    },
    { start: 'now' },
  );

type WhatFor = Pick<RatedVisit, 'departmentId' | 'matterId' | 'matterName' | 'caseId' | 'caseNo'>;

/** The case of the visit, or the business of the queue when there was none. */
async function findWhatFor(
  { queue, cases }: EvaluationDeps,
  db: Db,
  centreId: number,
  ticketId: string,
): Promise<WhatFor> {
  const visit = await queue.findVisit(db, centreId, ticketId);
  const [caseId] = visit?.caseIds ?? [];
  const found = caseId === undefined ? undefined : await cases.findCase(db, centreId, caseId);
  if (found !== undefined) {
    const { departmentId, matterId, matterName, id, caseNo } = found;
    return { departmentId, matterId, matterName, caseId: id, caseNo };
  }
  const matterName =
    visit === undefined ? null : { zh: visit.businessNameZh, en: visit.businessNameEn };
  return { departmentId: null, matterId: null, matterName, caseId: null, caseNo: null };
}

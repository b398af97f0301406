import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type InviteInput, permissions, problems } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { serviceInvited } from '../events.ts';
import * as repository from '../repository.ts';
import type { ServiceRow } from '../tables.ts';
import { openService, type ServiceFacts } from './open-service.ts';

/**
 * Asks for a rating on the pad of a window: of the visit that ended there last, or of a service without a ticket.
 * Asking again of the same visit shows the same one again; a visit that was rated is not asked about twice.
 */
export async function invite(deps: EvaluationDeps, actor: Actor, input: InviteInput, once: Once) {
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const directory = await deps.organisation.loadDirectory(tx, centreId);
    const window = orNotFound(directory.windows.byId.get(input.windowId));
    authorise(actor, permissions.invite.name, { windowId: window.id, siteId: window.siteId });
    const service = await findOrOpen(deps, tx, actor, input, window.siteId);
    if (service.times_rated === 0 && service.invited_at !== null) {
      repository.updateService(tx, service, {
        invited_at: deps.clock.now(),
        lapsed_at: null,
      });
      serviceInvited({ tx, clock: deps.clock, actor }, service);
    }
    const answer = {
      serviceId: service.service_id,
      link: `${deps.publicUrl}/rate/${service.token}`,
      isRated: service.times_rated > 0,
    };
    once.claim(tx, answer);
    return answer;
  });
}

async function findOrOpen(
  deps: EvaluationDeps,
  tx: Tx,
  actor: Actor,
  input: InviteInput,
  siteId: string,
): Promise<ServiceRow> {
  const { centreId } = actor;
  const known = await findOfLastVisit(deps, tx, centreId, input);
  if (known !== undefined) return known;
  const standing = await deps.staff.whoStandsAt(tx, centreId, input.windowId);
  const person = standing?.person ?? null;
  if (person === null) throw new ProblemError(problems.nobodyAtWindow);
  const staff = await deps.staff.findPerson(tx, centreId, person.id);
  const what = await findWhatFor(deps, tx, centreId, input.caseNo);
  return openService(deps, tx, actor, {
    ...what,
    kind: 'visit',
    subjectId: newId(),
    ticketNo: input.ticketNo === '' ? null : input.ticketNo,
    siteId,
    windowId: input.windowId,
    personId: person.id,
    departmentId: what.departmentId ?? staff?.departmentId ?? null,
    servedAt: deps.clock.now(),
    asksAtWindow: true,
  });
}

async function findOfLastVisit(
  { queue }: EvaluationDeps,
  tx: Tx,
  centreId: number,
  { windowId, ticketNo }: InviteInput,
): Promise<ServiceRow | undefined> {
  const visit = await queue.findLastVisitAtWindow(tx, centreId, windowId);
  if (visit === undefined || (ticketNo !== '' && ticketNo !== visit.number)) return undefined;
  return repository.findServiceOf(tx, centreId, 'visit', visit.ticketId);
}

type WhatFor = Pick<
  ServiceFacts,
  'caseId' | 'caseNo' | 'matterId' | 'matterName' | 'departmentId' | 'partyId'
>;

const NOTHING: WhatFor = {
  caseId: null,
  caseNo: null,
  matterId: null,
  matterName: null,
  departmentId: null,
  partyId: null,
};

async function findWhatFor(
  { cases }: EvaluationDeps,
  tx: Tx,
  centreId: number,
  caseNo: string,
): Promise<WhatFor> {
  const found = caseNo === '' ? undefined : await cases.findCaseByNo(tx, centreId, caseNo);
  if (found === undefined) return NOTHING;
  const { id, matterId, matterName, departmentId, partyId } = found;
  return { caseId: id, caseNo: found.caseNo, matterId, matterName, departmentId, partyId };
}

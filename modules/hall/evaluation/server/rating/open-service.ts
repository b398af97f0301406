import type { Actor } from '#kernel/access/contract-actor.ts';
import { findZone } from '#kernel/centre/centre-day.ts';
import { addDays } from '#kernel/clock/day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomCode } from '#kernel/ids/token.ts';

import type { RatedVisit, ServiceKind, Text } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { serviceInvited } from '../events.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { ServiceRow } from '../tables.ts';
import { phoneIndex } from '../vault.ts';

/** Long enough that no link is guessed: 16 characters of about 4.6 bits. */
const TOKEN_LENGTH = 16;

export interface ServiceFacts {
  readonly kind: ServiceKind;
  /** The visit or the case. */
  readonly subjectId: string;
  readonly ticketNo: string | null;
  readonly caseId: string | null;
  readonly caseNo: string | null;
  readonly matterId: string | null;
  readonly matterName: Text | null;
  readonly siteId: string | null;
  readonly windowId: string | null;
  readonly personId: string | null;
  readonly departmentId: string | null;
  readonly partyId: string | null;
  readonly servedAt: Date;
  /** Whether the pad of the window asks now. */
  readonly asksAtWindow: boolean;
}

/** Opens what can be rated: once for each visit and each case, however often it is told. */
export async function openService(
  deps: EvaluationDeps,
  tx: Tx,
  actor: Actor,
  facts: ServiceFacts,
): Promise<ServiceRow> {
  const { centreId } = actor;
  const known = await repository.findServiceOf(tx, centreId, facts.kind, facts.subjectId);
  if (known !== undefined) return known;
  const [settings, zone, mobile] = await Promise.all([
    readSettings(tx, centreId),
    findZone(tx, centreId),
    findMobile(deps, tx, centreId, facts.partyId),
  ]);
  const now = deps.clock.now();
  const servedOn = localDay(facts.servedAt, zone);
  const row: ServiceRow = {
    centre_id: centreId,
    service_id: newId(),
    kind: facts.kind,
    subject_id: facts.subjectId,
    token: randomCode(TOKEN_LENGTH),
    ticket_no: facts.ticketNo,
    case_id: facts.caseId,
    case_no: facts.caseNo,
    matter_id: facts.matterId,
    matter_name: facts.matterName,
    site_id: facts.siteId,
    window_id: facts.windowId,
    person_id: facts.personId,
    department_id: facts.departmentId,
    party_id: facts.partyId,
    phone_index: mobile === undefined ? null : phoneIndex(deps.cipher, centreId, mobile),
    served_at: facts.servedAt,
    served_on: servedOn,
    open_until: addDays(servedOn, settings.openDays),
    invited_at: facts.asksAtWindow ? now : null,
    lapsed_at: null,
    times_rated: 0,
    is_void: false,
    created_at: now,
  };
  const isNew = await repository.insertService(tx, row);
  if (!isNew)
    return (await repository.findServiceOf(tx, centreId, facts.kind, facts.subjectId)) ?? row;
  if (facts.asksAtWindow) serviceInvited({ tx, clock: deps.clock, actor }, row);
  return row;
}

async function findMobile(
  { parties }: EvaluationDeps,
  db: Db,
  centreId: number,
  partyId: string | null,
): Promise<string | undefined> {
  return partyId === null
    ? undefined
    : (await parties.findPartyInFull(db, centreId, partyId))?.mobile;
}

/** 一次一评: the visit that ended at a window. Who served is asked of the stationing when it is not told. */
export async function openVisit(
  deps: EvaluationDeps,
  tx: Tx,
  actor: Actor,
  visit: RatedVisit,
): Promise<ServiceRow> {
  const standing =
    visit.personId === null
      ? await deps.staff.whoStandsAt(tx, actor.centreId, visit.windowId)
      : undefined;
  const personId = visit.personId ?? standing?.person?.id ?? null;
  const person =
    personId === null ? undefined : await deps.staff.findPerson(tx, actor.centreId, personId);
  return openService(deps, tx, actor, {
    kind: 'visit',
    subjectId: visit.visitId,
    ticketNo: visit.ticketNo === '' ? null : visit.ticketNo,
    caseId: visit.caseId,
    caseNo: visit.caseNo,
    matterId: visit.matterId,
    matterName: visit.matterName,
    siteId: visit.siteId,
    windowId: visit.windowId,
    personId,
    departmentId: visit.departmentId ?? person?.departmentId ?? null,
    partyId: visit.partyId,
    servedAt: new Date(visit.finishedAt),
    asksAtWindow: true,
  });
}

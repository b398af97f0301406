import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type BusinessNow,
  type FinishKind,
  type PriorityGroup,
  problems,
  type TicketSlip,
  type TicketState,
} from '../contract.ts';
import { aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { type Holder, NOBODY } from './holder.ts';
import { issueIn } from './issue-ticket.ts';
import { toBusinessesNow } from './lines.ts';
import { findByNumber } from './repository-look.ts';
import * as setUp from './repository-set-up.ts';
import * as windows from './repository-windows.ts';
import * as repository from './repository.ts';
import { readSettings } from './settings.ts';
import { makeSlip } from './slip.ts';
import type { TicketRow } from './tables.ts';
import { keyOfParty } from './vault.ts';

/** A visit as other modules know it: one ticket from issue to end. Nothing personal. */
export interface VisitRef {
  readonly ticketId: string;
  readonly number: string;
  readonly day: Day;
  readonly siteId: string;
  readonly businessId: string;
  readonly businessNameZh: string;
  readonly businessNameEn: string;
  readonly state: TicketState;
  readonly windowId: string | null;
  readonly windowNumber: number | null;
  /** Whoever served, or serves; registry/staff's id. */
  readonly personId: string | null;
  readonly personName: string;
  readonly partyId: string | null;
  readonly appointmentId: string | null;
  readonly finishKind: FinishKind | null;
  readonly issuedAt: Date;
  readonly calledAt: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Cases opened or handed over during the visit. */
  readonly caseIds: readonly string[];
}

/** A checked-in appointment that takes its place in the line. */
export interface IssueForAppointment {
  readonly siteId: string;
  /** The business by its code or by its letter, both unique in its site. */
  readonly queueCode: string;
  readonly appointmentId: string;
  /** For whom, and who has come; one open ticket a person and business. */
  readonly partyId: string | null;
  readonly personId: string | null;
  /** Masked name, as screens show it. */
  readonly holder: string;
  readonly mobile?: string | undefined;
  readonly priority?: PriorityGroup | undefined;
}

/** The ticket that an appointment became. */
export interface IssuedTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly ahead: number | null;
  readonly slip: TicketSlip;
}

/** Whoever works at a window now, and whether it is paused. */
export interface SignedIn {
  readonly personId: string | null;
  readonly personName: string;
  readonly isPaused: boolean;
  /** What people at the window read meanwhile. */
  readonly pauseReason: string;
}

/** What other modules may ask of the hall. They have authorised their own act before. */
export interface QueueApi {
  findVisit(db: Db, centreId: number, ticketId: string): Promise<VisitRef | undefined>;
  /** The visit behind the token of a paper ticket's QR code. */
  findVisitByToken(db: Db, centreId: number, token: string): Promise<VisitRef | undefined>;
  /** Whom a window calls or serves now; undefined when it is free. */
  findVisitAtWindow(db: Db, centreId: number, windowId: string): Promise<VisitRef | undefined>;
  /** The last visit that ended at a window today, for a rating that comes a little later. */
  findLastVisitAtWindow(db: Db, centreId: number, windowId: string): Promise<VisitRef | undefined>;
  /** The visit of a number on a day at a site. */
  findVisitOfDay(
    db: Db,
    centreId: number,
    of: { readonly siteId: string; readonly day: string; readonly number: string },
  ): Promise<VisitRef | undefined>;
  /** Who is signed in at a window. */
  findSignedIn(db: Db, centreId: number, windowId: string): Promise<SignedIn | undefined>;
  /** Businesses with waiting, forecast and whether tickets are given; of a site, or of all. */
  listBusinesses(db: Db, centreId: number, siteId?: string): Promise<BusinessNow[]>;
  /**
   * Makes the ticket of a checked-in appointment, in the caller's transaction: call it last, it takes a
   * number. Idempotent on the appointment; refuses a business that is unknown, closed or full.
   */
  issueForAppointment(tx: Tx, actor: Actor, input: IssueForAppointment): Promise<IssuedTicket>;
}

async function toVisitRef(
  deps: QueueDeps,
  db: Db,
  row: TicketRow | undefined,
): Promise<VisitRef | undefined> {
  if (row === undefined) return undefined;
  const [around, cases] = await Promise.all([
    aroundOf(deps, db, row.centre_id),
    repository.listVisitCases(db, row.centre_id, row.ticket_id),
  ]);
  const business =
    around.businesses.get(row.business_id) ??
    (await setUp.findBusiness(db, row.centre_id, row.business_id));
  return {
    ticketId: row.ticket_id,
    number: row.number,
    day: row.day,
    siteId: row.site_id,
    businessId: row.business_id,
    businessNameZh: business?.name_zh ?? '',
    businessNameEn: business?.name_en ?? '',
    state: row.state,
    windowId: row.window_id,
    windowNumber: row.window_number,
    personId: row.person_id,
    personName: row.person_name,
    partyId: row.party_id,
    appointmentId: row.appointment_id,
    finishKind: row.finish_kind,
    issuedAt: row.issued_at,
    calledAt: row.called_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    caseIds: cases.map((joined) => joined.case_id),
  };
}

async function issueForAppointment(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  input: IssueForAppointment,
): Promise<IssuedTicket> {
  const { centreId } = actor;
  const known = await repository.findByAppointment(tx, centreId, input.appointmentId);
  if (known !== undefined) {
    const slip = await makeSlip(deps, tx, known);
    return { ticketId: known.ticket_id, number: known.number, ahead: slip.waitingAhead, slip };
  }
  const business = await setUp.findBusinessBySign(tx, centreId, input.siteId, input.queueCode);
  if (business === undefined) throw new ProblemError(problems.unknownBusiness);
  const person = input.personId ?? input.partyId;
  const holder: Holder = {
    ...NOBODY,
    key: person === null ? null : keyOfParty(person),
    keys: person === null ? [] : [keyOfParty(person)],
    name: input.holder,
    partyId: input.partyId,
    mobile: input.mobile ?? null,
  };
  const { row, slip } = await issueIn(deps, tx, actor, {
    businessId: business.business_id,
    holder,
    channel: 'appointment',
    priority: input.priority,
    appointmentId: input.appointmentId,
  });
  return { ticketId: row.ticket_id, number: row.number, ahead: slip.waitingAhead, slip };
}

export function createQueueApi(deps: QueueDeps): QueueApi {
  return {
    findVisit: async (db, centreId, ticketId) =>
      toVisitRef(deps, db, await repository.findTicket(db, centreId, ticketId)),
    findVisitByToken: async (db, centreId, token) =>
      toVisitRef(deps, db, await repository.findByToken(db, centreId, token)),
    findVisitAtWindow: async (db, centreId, windowId) =>
      toVisitRef(deps, db, (await windows.listCurrent(db, centreId, [windowId]))[0]),
    findLastVisitAtWindow: async (db, centreId, windowId) => {
      const { today: day } = await aroundOf(deps, db, centreId);
      const [row] = await windows.listAtWindow(db, centreId, {
        windowId,
        day,
        states: ['done'],
        limit: 1,
      });
      return toVisitRef(deps, db, row);
    },
    findVisitOfDay: async (db, centreId, of) =>
      toVisitRef(deps, db, await findByNumber(db, centreId, of)),
    findSignedIn: async (db, centreId, windowId) => {
      const row = await windows.findWindow(db, centreId, windowId);
      return row?.account_id == null
        ? undefined
        : {
            personId: row.person_id,
            personName: row.person_name,
            isPaused: row.state === 'paused',
            pauseReason: row.pause_reason,
          };
    },
    listBusinesses: async (db, centreId, siteId) => {
      const [around, settings, rows] = await Promise.all([
        aroundOf(deps, db, centreId),
        readSettings(db, centreId),
        setUp.listBusinesses(db, centreId, siteId),
      ]);
      return toBusinessesNow(deps, db, around, settings, rows);
    },
    issueForAppointment: (tx, actor, input) => issueForAppointment(deps, tx, actor, input),
  };
}

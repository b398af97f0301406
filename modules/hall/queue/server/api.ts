import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';

import type {
  BusinessNow,
  FinishKind,
  PriorityGroup,
  TicketSlip,
  TicketState,
} from '../contract.ts';

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
  /** The business by its code, unique in its site. */
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

/** What other modules may ask of the hall. They have authorised their own act before. */
export interface QueueApi {
  findVisit(db: Db, centreId: number, ticketId: string): Promise<VisitRef | undefined>;
  /** The visit behind the token of a paper ticket's QR code. */
  findVisitByToken(db: Db, centreId: number, token: string): Promise<VisitRef | undefined>;
  /** Whom a window calls or serves now; undefined when it is free. */
  findVisitAtWindow(db: Db, centreId: number, windowId: string): Promise<VisitRef | undefined>;
  /** The last visit that ended at a window today, for a rating that comes a little later. */
  findLastVisitAtWindow(db: Db, centreId: number, windowId: string): Promise<VisitRef | undefined>;
  /** Who is signed in at a window. */
  findSignedIn(
    db: Db,
    centreId: number,
    windowId: string,
  ): Promise<
    | { readonly personId: string | null; readonly personName: string; readonly isPaused: boolean }
    | undefined
  >;
  /** Businesses with waiting, forecast and whether tickets are given; of a site, or of all. */
  listBusinesses(db: Db, centreId: number, siteId?: string): Promise<BusinessNow[]>;
  /**
   * Makes the ticket of a checked-in appointment, in the caller's transaction: call it last, it takes a
   * number. Idempotent on the appointment; refuses a business that is unknown, closed or full.
   */
  issueForAppointment(tx: Tx, actor: Actor, input: IssueForAppointment): Promise<IssuedTicket>;
}

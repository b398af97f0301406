import type { Words } from '#kernel/problems/contract.ts';

/** An appointment of whoever stands at the machine, as hall/appointments tells it. */
export interface BookingLine {
  readonly id: string;
  readonly group: Words;
  readonly holder: string;
  readonly from: string;
  readonly to: string;
  readonly ticketNo: string | null;
  /** Why it cannot be checked in now, in the language of the page; null when it can. */
  readonly blocked: string | null;
}

/** What the ticket machine asks of appointments. The surface plugs it: appointments stand above the queue. */
export interface BookingPort {
  find(text: string, siteId: string): Promise<readonly BookingLine[]>;
  /** Checks in and gives the id of the ticket. A repeat gives the same ticket. */
  checkIn(bookingId: string): Promise<string>;
}

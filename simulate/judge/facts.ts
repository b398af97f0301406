import type { ReplayStep, ReportLine, Ticket } from '#modules/hall/queue/contract.ts';

/** A ticket as the centre gave it out: acknowledged, so it must be there. */
export interface AcknowledgedTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly siteId: string;
  /** What the hall was told that the visit came to; undefined when it was not finished. */
  readonly finish: string | undefined;
}

/** What a day left behind, read from the outside after the night. */
export interface HallFacts {
  readonly acknowledged: readonly AcknowledgedTicket[];
  readonly tickets: ReadonlyArray<
    Pick<Ticket, 'id' | 'number' | 'siteId' | 'state' | 'finishKind'>
  >;
  /** Every step of the day by site, in the order in which it happened. */
  readonly steps: ReadonlyMap<string, readonly ReplayStep[]>;
  readonly report: Pick<ReportLine, 'issued' | 'served' | 'abandoned'>;
}

export interface RatingFacts {
  readonly given: ReadonlyArray<{ readonly ticketNo: string; readonly grade: string }>;
  readonly found: ReadonlyArray<{ readonly ticketNo: string | null; readonly grade: string }>;
}

import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';

/** A line of the approved budget, as the ledger opens it. */
export interface ApprovedLine {
  /** Stable over the versions of a year. */
  readonly key: string;
  /** Empty for basic expenditure. */
  readonly projectCode: string;
  readonly projectName: string;
  readonly part: string;
  readonly funcCode: string;
  readonly econCode: string;
  readonly amountFen: Fen;
  /** Number of the approval. */
  readonly document: string;
}

/** Where the approved lines of a year come from; the budget module offers it. */
export interface BudgetLines {
  listApproved(db: Db, centreId: number, year: number): Promise<readonly ApprovedLine[]>;
}

/** An operational event that a metered contract pays for. */
export interface MeteredEvent {
  /** The event's own id: it is counted once, whatever is sent. */
  readonly key: string;
  readonly eventType: string;
  readonly day: Day;
  readonly quantity: number;
}

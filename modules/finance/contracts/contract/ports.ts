import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';

import type { DocumentState } from './documents.ts';

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

/** A running contract that pays for what a meter counts. */
export interface MeteredContract {
  readonly contractId: string;
  readonly number: string;
  readonly name: string;
  readonly supplier: string;
  /** Empty where it is not known. */
  readonly creditCode: string;
  readonly eventType: string;
  readonly unit: string;
  readonly unitPriceFen: Fen;
  readonly servesFrom: Day;
  readonly servesUntil: Day | null;
  readonly priceFen: Fen;
  /** Of the price, what no settlement has claimed. */
  readonly leftFen: Fen;
  readonly leftUnits: bigint;
  /** Days from the confirmation to the last day of payment. */
  readonly paymentDays: number;
}

/** One thing that was done, as a settlement claims it. */
export interface SettlementLine {
  /** The same as was counted; never counted before, it is counted now. */
  readonly key: string;
  readonly day: Day;
  readonly quantity: number;
  readonly unitPriceFen: Fen;
}

export interface SettlementProposal {
  readonly contractId: string;
  readonly lines: readonly SettlementLine[];
  /** What is settled, in words. */
  readonly what: string;
  readonly reason: string;
  /** The day from which the days to pay are counted. */
  readonly confirmedOn: Day;
  readonly invoice?: {
    readonly number: string;
    readonly on: Day | null;
    readonly fileId: string | null;
  };
}

/** A settlement of before this software, counted from what was done, and paid or not. */
export interface PastSettlement {
  readonly contractId: string;
  readonly eventType: string;
  readonly lines: ReadonlyArray<Pick<SettlementLine, 'key' | 'day' | 'quantity'>>;
  readonly what: string;
  readonly confirmedOn: Day;
  readonly invoice?: { readonly number: string; readonly on: Day | null };
  readonly payment?: { readonly on: Day; readonly voucher: string };
}

export interface TakenOver {
  readonly settlementId: string;
  readonly number: string;
}

/** The document that now waits for its checker. */
export interface ProposedSettlement {
  readonly documentId: string;
  readonly number: string;
  readonly quantity: number;
  readonly amountFen: Fen;
}

/** How far a proposed settlement has come. */
export interface SettlementProgress {
  readonly number: string;
  readonly state: DocumentState;
  /** Null until it is approved. */
  readonly settlementId: string | null;
  readonly amountFen: Fen;
  readonly paidFen: Fen;
  readonly dueOn: Day | null;
  readonly isReversed: boolean;
}

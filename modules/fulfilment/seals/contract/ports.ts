import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Fen } from '#kernel/money/fen.ts';

/** What a metered contract pays for, as this module counts it. */
export const EVENT_TYPE = 'seals.set-issued';

/** The metered contract that pays for a kind of event on a day. */
export interface Meter {
  readonly contractId: string;
  readonly number: string;
  readonly name: string;
  readonly supplier: string;
  readonly unitPriceFen: Fen;
  readonly priceFen: Fen;
  readonly leftFen: Fen;
  readonly servesFrom: Day;
  readonly servesUntil: Day | null;
}

/** A thing that was done once, whatever is sent about it. */
export interface Counted {
  readonly key: string;
  readonly eventType: string;
  readonly day: Day;
  readonly quantity: number;
}

export interface Proposal {
  readonly contractId: string;
  readonly lines: ReadonlyArray<{
    readonly key: string;
    readonly day: Day;
    readonly quantity: number;
    readonly unitPriceFen: Fen;
  }>;
  readonly what: string;
  readonly reason: string;
  readonly confirmedOn: Day;
}

export interface Proposed {
  readonly documentId: string;
  readonly number: string;
}

/** What was settled and paid before this software. */
export interface PastSettlement {
  readonly contractId: string;
  readonly eventType: string;
  readonly lines: ReadonlyArray<Omit<Counted, 'eventType'>>;
  readonly what: string;
  readonly confirmedOn: Day;
  readonly invoice?: { readonly number: string; readonly on: Day | null };
  readonly payment?: { readonly on: Day; readonly voucher: string };
}

export interface TakenOver {
  readonly settlementId: string;
  readonly number: string;
}

/** Where a document of the contracts stands. */
export interface SettlementNow {
  readonly number: string;
  readonly state: 'submitted' | 'checked' | 'approved' | 'returned' | 'withdrawn';
  readonly settlementId: string | null;
  readonly amountFen: Fen;
  readonly paidFen: Fen;
  readonly isReversed: boolean;
}

/**
 * Port: the contracts of the centre, where a month is handed on to be checked, approved and paid. It refuses what is
 * above the contract, another price, and what was settled before. Plugged by the server.
 */
export interface ContractsDoor {
  readonly findMeteredContract: (
    db: Db,
    centreId: number,
    asked: { readonly eventType: string; readonly onDay: Day },
  ) => Promise<Meter | undefined>;
  readonly count: (tx: Tx, actor: Actor, events: readonly Counted[]) => Promise<void>;
  /** Takes numbers of a series: called last in a transaction. */
  readonly proposeSettlement: (tx: Tx, actor: Actor, proposal: Proposal) => Promise<Proposed>;
  /** A settlement of before this software, and its payment. */
  readonly takeOverSettlement: (tx: Tx, actor: Actor, past: PastSettlement) => Promise<TakenOver>;
  readonly findSettlement: (
    db: Db,
    centreId: number,
    documentId: string,
  ) => Promise<SettlementNow | undefined>;
}

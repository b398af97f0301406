import { daysInMonth } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import type { ContractsDoor, SettlementNow } from '../../contract.ts';

// What the months of everything that is paid by the piece have in common: seals here, parcels beside.

/** The last day of a month, `2026-02` gives `2026-02-28`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map((part) => Number.parseInt(part, 10));
  return `${month}-${daysInMonth(year, number)}`;
}

type Door = Pick<ContractsDoor, 'findSettlement'>;

/** Whether a month that was handed on stays as it is: until its document came back or was reversed. */
export async function isBound(
  contracts: Door,
  db: Db,
  centreId: number,
  documentId: string | null,
): Promise<boolean> {
  if (documentId === null) return false;
  const now = await contracts.findSettlement(db, centreId, documentId);
  const isBack = now?.state === 'returned' || now?.state === 'withdrawn' || now?.isReversed;
  return isBack !== true;
}

export interface DocumentNow {
  readonly documentState: SettlementNow['state'] | null;
  readonly paid: string | null;
  /** What the document made, once it is approved; where the chain of money goes on. */
  readonly settlementId: string | null;
}

/** How far the document of a month has come. */
export async function readDocument(
  contracts: Door,
  db: Db,
  centreId: number,
  documentId: string | null,
): Promise<DocumentNow> {
  const now =
    documentId === null ? undefined : await contracts.findSettlement(db, centreId, documentId);
  return {
    documentState: now?.state ?? null,
    paid: now === undefined ? null : toYuanText(now.paidFen),
    settlementId: now?.settlementId ?? null,
  };
}

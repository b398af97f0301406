import type { WorkingCalendar } from '#kernel/calendar/working-days.ts';
import type { Day } from '#kernel/clock/day.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import {
  findReachedOn,
  type InstalmentShown,
  type PublicationState,
  type SettlementShown,
} from '../../contract.ts';
import { toDays, toTrigger } from '../contract-days.ts';
import type {
  ContractEventRow,
  ContractRow,
  InstalmentRow,
  PaymentRow,
  SettlementRow,
} from '../tables.ts';

/** A contract that fulfils a procurement item is published within two working days (实施条例 art. 50). */
export function publicationOf(row: ContractRow, onDay: Day): PublicationState {
  if (row.published_on !== null)
    return row.published_on > row.publish_by ? 'published-late' : 'published';
  if (row.item_id === null) return 'not-needed';
  return onDay > row.publish_by ? 'late' : 'waiting';
}

export function isOverdue(row: SettlementRow, onDay: Day): boolean {
  return !row.is_reversed && row.paid_fen < row.amount_fen && row.due_on < onDay;
}

export function toInstalment(
  row: InstalmentRow,
  of: {
    readonly contract: ContractRow;
    readonly events: readonly ContractEventRow[];
    readonly settlements: readonly SettlementRow[];
    readonly calendar: WorkingCalendar;
    readonly today: Day;
  },
): InstalmentShown {
  const { contract, events, settlements, calendar, today } = of;
  const trigger = toTrigger(row);
  const reachedOn = findReachedOn(trigger, toDays(contract, events), calendar) ?? null;
  const settled = settlements.find((one) => one.instalment_seq === row.seq && !one.is_reversed);
  const stateOf = (): InstalmentShown['state'] => {
    if (settled !== undefined) return settled.paid_fen === settled.amount_fen ? 'paid' : 'settled';
    return reachedOn !== null && reachedOn <= today ? 'reached' : 'waiting';
  };
  return {
    seq: row.seq,
    label: row.label,
    percent: row.percent,
    amount: toYuanText(row.amount_fen),
    trigger,
    reachedOn,
    state: stateOf(),
  };
}

export function toSettlement(
  row: SettlementRow,
  payments: readonly PaymentRow[],
  today: Day,
): SettlementShown {
  return {
    id: row.settlement_id,
    seq: row.seq,
    instalment: row.instalment_seq,
    what: row.what,
    amount: toYuanText(row.amount_fen),
    paid: toYuanText(row.paid_fen),
    quantity: row.quantity,
    fromOn: row.from_on,
    untilOn: row.until_on,
    confirmedOn: row.confirmed_on,
    dueOn: row.due_on,
    isOverdue: isOverdue(row, today),
    invoiceNumber: row.invoice_number,
    invoicedOn: row.invoiced_on,
    invoiceFileId: row.invoice_file_id,
    invoiceFileName: row.invoice_file_name,
    payments: payments
      .filter((one) => one.settlement_id === row.settlement_id && !one.is_reversed)
      .map((one) => ({
        id: one.payment_id,
        amount: toYuanText(one.amount_fen),
        paidOn: one.paid_on,
        voucher: one.voucher,
        byName: one.by_name,
      })),
  };
}

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { type Day, daysBetween } from '#kernel/clock/day.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import { type Overdue, permissions } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import * as lists from '../repository-lists.ts';

/** What was late on a day: payments beyond their last day, contracts not published in time. The longest first. */
export async function listOverdue(
  deps: ContractsDeps,
  actor: Actor,
  asked: Day | undefined,
): Promise<{ onDay: Day; items: Overdue[] }> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const onDay = asked ?? (await centreDay(deps, db, actor.centreId)).today;
  const [settlements, contracts] = await Promise.all([
    lists.listLateSettlements(db, actor.centreId, onDay),
    lists.listUnpublished(db, actor.centreId, onDay),
  ]);
  const payments = settlements.map((row): Overdue => ({
    kind: 'payment',
    contractId: row.contract_id,
    contractNumber: row.contract_number,
    contractName: row.contract_name,
    supplier: row.supplier,
    size: row.size_class,
    amount: toYuanText(row.amount_fen - row.paid_by_day),
    what: row.what,
    dueOn: row.due_on,
    daysLate: daysBetween(row.due_on, onDay),
  }));
  const publications = contracts.map((row): Overdue => ({
    kind: 'publication',
    contractId: row.contract_id,
    contractNumber: row.number,
    contractName: row.name,
    supplier: row.supplier,
    size: row.size_class,
    amount: null,
    what: '',
    dueOn: row.publish_by,
    daysLate: daysBetween(row.publish_by, onDay),
  }));
  const items = [...payments, ...publications].toSorted(
    (one, other) => other.daysLate - one.daysLate,
  );
  return { onDay, items };
}

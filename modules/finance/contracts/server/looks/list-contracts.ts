import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import {
  type ContractFilter,
  type ContractSort,
  type ContractSummary,
  permissions,
} from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { listSettlements } from '../repository-contracts.ts';
import * as lists from '../repository-lists.ts';
import type { ContractRow, SettlementRow } from '../tables.ts';
import { isOverdue, publicationOf } from './settled.ts';

/** A page of contracts in the order asked for; the total counts by the same rules. */
export async function listContracts(
  deps: ContractsDeps,
  actor: Actor,
  query: PageQuery & ContractFilter & { readonly sort: ContractSort },
) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const page = { limit: query.limit, cursor: readCursor(query.cursor) };
  const [{ today }, rows, total] = await Promise.all([
    centreDay(deps, db, actor.centreId),
    lists.listContracts(db, actor.centreId, query, page),
    lists.countContracts(db, actor.centreId, query),
  ]);
  const settlements = await settlementsOf(db, actor.centreId, rows);
  const view = toPage(
    rows,
    query.limit,
    (row) => toContractSummary(row, settlements, today),
    (row) => lists.placeOf(row, query.sort),
  );
  return { ...view, total };
}

const settlementsOf = (db: Db, centreId: number, rows: readonly ContractRow[]) =>
  listSettlements(
    db,
    centreId,
    rows.map((row) => row.contract_id),
  );

export function toContractSummary(
  row: ContractRow,
  settlements: readonly SettlementRow[],
  today: Day,
): ContractSummary {
  const own = settlements.filter((one) => one.contract_id === row.contract_id);
  return {
    id: row.contract_id,
    number: row.number,
    name: row.name,
    type: row.type,
    state: row.state,
    year: row.year,
    projectCode: row.project_code,
    projectName: row.project_name,
    supplier: row.supplier,
    size: row.size_class,
    price: toYuanText(row.price_fen),
    settled: toYuanText(row.settled_fen),
    paid: toYuanText(row.paid_fen),
    signedOn: row.signed_on,
    publication: publicationOf(row, today),
    overdue: own.filter((one) => isOverdue(one, today)).length,
    isDemonstration: row.is_demonstration,
  };
}

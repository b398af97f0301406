import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type CountedShown, permissions } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import * as contracts from '../repository-contracts.ts';
import * as meters from '../repository-meters.ts';

/** A page of what a settlement was counted from, in the order of days; what it adds up to is the settlement. */
export async function listCounted(
  { database }: ContractsDeps,
  actor: Actor,
  settlementId: string,
  query: { readonly limit: number; readonly cursor?: string | undefined },
) {
  authorise(actor, permissions.view.name);
  const { db } = database;
  const { centreId } = actor;
  const settlement = orNotFound(await contracts.findSettlement(db, centreId, settlementId));
  const contract = orNotFound(await contracts.findContract(db, centreId, settlement.contract_id));
  const page = { limit: query.limit, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    meters.listCountedOf(db, centreId, settlementId, page),
    meters.countCountedOf(db, centreId, settlementId),
  ]);
  const priceFen = contract.meter_price_fen ?? 0n;
  const view = toPage(
    rows,
    query.limit,
    (row): CountedShown => ({
      key: row.event_key,
      eventType: row.event_type,
      day: row.day,
      quantity: row.quantity,
      amount: toYuanText(priceFen * BigInt(row.quantity)),
    }),
    (row) => [row.day, row.event_key],
  );
  return { ...view, total };
}

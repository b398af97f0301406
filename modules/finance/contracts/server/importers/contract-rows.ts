import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import * as contracts from '../repository-contracts.ts';
import { listItems } from '../repository-items.ts';
import { listContracts } from '../repository-lists.ts';
import { listLines } from '../repository.ts';
import type { ContractRow, InstalmentRow, ShareRow } from '../tables.ts';
import type { ContractSheetRow, ItemSheetRow } from './sheet-rows.ts';

/** Items as the sheet says them. */
export async function listItemRows(db: Db, centreId: number): Promise<ItemSheetRow[]> {
  const [items, lines] = await Promise.all([listItems(db, centreId), listLines(db, centreId)]);
  const keys = new Map(lines.map((line) => [line.line_id, line.line_key]));
  return items.map((row) => ({
    number: row.number,
    year: row.year,
    lineKey: keys.get(row.line_id) ?? '',
    name: row.name,
    category: row.category,
    catalogueCode: row.catalogue_code,
    amount: toYuanText(row.amount_fen),
    method: row.method,
    sme: toYuanText(row.sme_fen),
    smallMicro: toYuanText(row.small_micro_fen),
    intentOn: row.intent_on ?? '',
    reservedOn: row.reserved_on,
  }));
}

const MOST = 100_000;

/** Contracts as the sheet says them. */
export async function listRows(db: Db, centreId: number): Promise<ContractSheetRow[]> {
  const page = { limit: MOST, cursor: undefined };
  const rows = await listContracts(db, centreId, { sort: 'number' }, page);
  const ids = rows.map((row) => row.contract_id);
  const [shares, instalments, items, lines] = await Promise.all([
    contracts.listShares(db, centreId, ids),
    contracts.listInstalments(db, centreId, ids),
    listItems(db, centreId),
    listLines(db, centreId),
  ]);
  const keys = new Map(lines.map((line) => [line.line_id, line.line_key]));
  return rows.map((row) => ({
    ...toTerms(row),
    itemNumber: items.find((item) => item.item_id === row.item_id)?.number ?? '',
    shares: shares
      .filter((share) => share.contract_id === row.contract_id)
      .map((share: ShareRow) => `${keys.get(share.line_id) ?? ''}=${toYuanText(share.amount_fen)}`),
    instalments: instalments
      .filter((one) => one.contract_id === row.contract_id)
      .map(writeInstalment),
  }));
}

function toTerms(row: ContractRow) {
  return {
    number: row.number,
    name: row.name,
    type: row.type,
    year: row.year,
    supplier: row.supplier,
    creditCode: row.credit_code,
    size: row.size_class,
    award: row.award_fen === null ? '' : toYuanText(row.award_fen),
    awardedOn: row.awarded_on ?? '',
    price: toYuanText(row.price_fen),
    signedOn: row.signed_on,
    servesFrom: row.serves_from ?? '',
    servesUntil: row.serves_until ?? '',
    paymentDays: row.payment_days,
    meterPrice: row.meter_price_fen === null ? '' : toYuanText(row.meter_price_fen),
    meterEvent: row.meter_event ?? '',
    meterUnit: row.meter_unit ?? '',
    publishedOn: row.published_on ?? '',
    publishedAt: row.published_at,
  };
}

function writeInstalment(row: InstalmentRow): string {
  const on =
    row.trigger_months === null ? row.trigger_on : `${row.trigger_on}:${row.trigger_months}`;
  return `${row.percent} ${on} ${row.label}`;
}

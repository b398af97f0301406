import { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import { type Cursor, readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import {
  type ContractFilter,
  type ContractSort,
  type ContractSummary,
  permissions,
} from '../../contract.ts';
import { centreDay } from '../centre-day.ts';
import type { ContractsDeps } from '../deps.ts';
import { listExported } from '../events.ts';
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

const columns = defineSheetColumns([
  { type: 'code', key: 'number', heading: { 'zh-CN': '合同编号', en: 'Number' } },
  { type: 'text', key: 'name', heading: { 'zh-CN': '合同名称', en: 'Name' } },
  { type: 'text', key: 'project', heading: { 'zh-CN': '项目', en: 'Project' } },
  { type: 'text', key: 'supplier', heading: { 'zh-CN': '供应商', en: 'Supplier' } },
  { type: 'date', key: 'signedOn', heading: { 'zh-CN': '签订日期', en: 'Signed on' } },
  { type: 'money', key: 'price', heading: { 'zh-CN': '合同价', en: 'Price' } },
  { type: 'money', key: 'settled', heading: { 'zh-CN': '已结算', en: 'Settled' } },
  { type: 'money', key: 'paid', heading: { 'zh-CN': '已支付', en: 'Paid' } },
]);

const PAGE = 500;

/** The list as a sheet, read page by page. Recorded. */
export async function exportContracts(
  deps: ContractsDeps,
  actor: Actor,
  query: lists.ContractQuery,
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.view.name);
  const total = await lists.countContracts(deps.database.db, actor.centreId, query);
  await deps.database.transaction(async (tx) => listExported(tx, deps.clock, actor, total));
  const sheetName = locale === 'en' ? 'Contracts' : '合同';
  const rows = readAll(deps.database.db, actor.centreId, query);
  return Readable.from(streamXlsx(rows, columns, { locale, sheetName }));
}

async function* readAll(db: Db, centreId: number, query: lists.ContractQuery) {
  const sort = 'number' as const;
  let cursor: Cursor | undefined;
  for (;;) {
    const rows = await lists.listContracts(
      db,
      centreId,
      { ...query, sort },
      { limit: PAGE, cursor },
    );
    for (const row of rows.slice(0, PAGE))
      yield {
        number: row.number,
        name: row.name,
        project: row.project_name,
        supplier: row.supplier,
        signedOn: row.signed_on,
        price: row.price_fen,
        settled: row.settled_fen,
        paid: row.paid_fen,
      };
    const last = rows.at(PAGE - 1);
    if (rows.length <= PAGE || last === undefined) return;
    cursor = lists.placeOf(last, sort);
  }
}

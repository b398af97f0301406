import type { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { permissions } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import * as lists from '../repository-lists.ts';
import type { ContractRow } from '../tables.ts';
import { readPages, writeSheet } from './sheets.ts';

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

/** Contracts in the order of their numbers. */
export async function exportContracts(
  deps: ContractsDeps,
  actor: Actor,
  query: lists.ContractQuery,
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const rows = await lists.countContracts(db, actor.centreId, query);
  const title = { 'zh-CN': '合同', en: 'Contracts' };
  const source = readAll(db, actor.centreId, query);
  return writeSheet(deps, actor, { list: 'contracts', title, rows, locale }, columns, source);
}

async function* readAll(db: Db, centreId: number, query: lists.ContractQuery) {
  const sort = 'number' as const;
  const pages = readPages(
    (page) => lists.listContracts(db, centreId, { ...query, sort }, page),
    (row) => lists.placeOf(row, sort),
  );
  for await (const page of pages) for (const row of page) yield toSheetRow(row);
}

const toSheetRow = (row: ContractRow) => ({
  number: row.number,
  name: row.name,
  project: row.project_name,
  supplier: row.supplier,
  signedOn: row.signed_on,
  price: row.price_fen,
  settled: row.settled_fen,
  paid: row.paid_fen,
});

import type { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { type DocumentFilter, documentStateWords, kindWords, permissions } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { placeOfDocument, toDocumentQuery } from '../documents/list-documents.ts';
import * as repository from '../repository-documents.ts';
import type { DocumentRow } from '../tables.ts';
import { readPages, toChoices, writeSheet } from './sheets.ts';

const columns = defineSheetColumns([
  { type: 'code', key: 'number', heading: { 'zh-CN': '单据编号', en: 'Number' } },
  {
    type: 'choice',
    key: 'kind',
    heading: { 'zh-CN': '类别', en: 'Kind' },
    choices: toChoices(kindWords),
  },
  { type: 'text', key: 'title', heading: { 'zh-CN': '内容', en: 'Content' }, width: 40 },
  { type: 'money', key: 'amount', heading: { 'zh-CN': '金额（元）', en: 'Amount, yuan' } },
  {
    type: 'choice',
    key: 'state',
    heading: { 'zh-CN': '状态', en: 'State' },
    choices: toChoices(documentStateWords),
  },
  { type: 'text', key: 'maker', heading: { 'zh-CN': '经办', en: 'Maker' } },
  { type: 'datetime', key: 'madeAt', heading: { 'zh-CN': '经办时间', en: 'Made at' } },
  { type: 'text', key: 'checker', heading: { 'zh-CN': '审核', en: 'Checker' } },
  { type: 'datetime', key: 'checkedAt', heading: { 'zh-CN': '审核时间', en: 'Checked at' } },
  { type: 'text', key: 'approver', heading: { 'zh-CN': '批准', en: 'Approver' } },
  { type: 'datetime', key: 'approvedAt', heading: { 'zh-CN': '批准时间', en: 'Approved at' } },
  { type: 'text', key: 'reason', heading: { 'zh-CN': '事由', en: 'Reason' } },
  { type: 'text', key: 'returned', heading: { 'zh-CN': '退回原因', en: 'Returned for' } },
]);

/** Documents in the order of the list, with their three signatures. */
export async function exportDocuments(
  deps: ContractsDeps,
  actor: Actor,
  asked: DocumentFilter & { readonly search?: string | undefined },
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const query = toDocumentQuery(actor, asked);
  const rows = await repository.countDocuments(db, actor.centreId, query);
  const title = { 'zh-CN': '财务单据', en: 'Documents' };
  const source = readAll(db, actor.centreId, query);
  return writeSheet(deps, actor, { list: 'documents', title, rows, locale }, columns, source);
}

async function* readAll(db: Db, centreId: number, query: repository.DocumentQuery) {
  const pages = readPages(
    (page) => repository.listDocuments(db, centreId, query, page),
    placeOfDocument,
  );
  for await (const page of pages) for (const row of page) yield toSheetRow(row);
}

const toSheetRow = (row: DocumentRow) => ({
  number: row.number,
  kind: row.kind,
  title: row.title,
  amount: row.amount_fen,
  state: row.state,
  maker: row.maker_name,
  madeAt: row.made_at,
  checker: row.checker_name,
  checkedAt: row.checked_at,
  approver: row.approver_name,
  approvedAt: row.approved_at,
  reason: row.reason,
  returned: row.return_reason,
});

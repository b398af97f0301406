import { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { draftEntries, permissions } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { vouchersExported } from '../events.ts';
import { nameOfLine } from '../figures.ts';
import * as repository from '../repository.ts';
import type { LineRow, MovementRow } from '../tables.ts';
import { chooseYear } from './get-overview.ts';
import { loadNumbers, placeOfMovement } from './list-movements.ts';
import { readPages } from './sheets.ts';

const choice = (value: string, zh: string, en: string) => ({ value, label: { 'zh-CN': zh, en } });

const columns = defineSheetColumns([
  { type: 'date', key: 'day', heading: { 'zh-CN': '日期', en: 'Day' } },
  { type: 'integer', key: 'serial', heading: { 'zh-CN': '台账序号', en: 'Movement' } },
  {
    type: 'choice',
    key: 'system',
    heading: { 'zh-CN': '会计体系', en: 'System' },
    choices: [
      choice('financial', '财务会计', 'Financial'),
      choice('budgetary', '预算会计', 'Budgetary'),
    ],
  },
  { type: 'text', key: 'summary', heading: { 'zh-CN': '摘要', en: 'Summary' } },
  {
    type: 'choice',
    key: 'side',
    heading: { 'zh-CN': '借贷方向', en: 'Side' },
    choices: [choice('debit', '借', 'Debit'), choice('credit', '贷', 'Credit')],
  },
  { type: 'text', key: 'account', heading: { 'zh-CN': '会计科目', en: 'Account' } },
  { type: 'money', key: 'amount', heading: { 'zh-CN': '金额（元）', en: 'Amount, yuan' } },
  { type: 'code', key: 'projectCode', heading: { 'zh-CN': '项目编号', en: 'Project' } },
  { type: 'code', key: 'funcCode', heading: { 'zh-CN': '功能分类科目', en: 'Functional code' } },
  { type: 'code', key: 'econCode', heading: { 'zh-CN': '经济分类科目', en: 'Economic code' } },
  { type: 'code', key: 'document', heading: { 'zh-CN': '单据编号', en: 'Document' } },
  { type: 'code', key: 'voucher', heading: { 'zh-CN': '凭证号', en: 'Voucher' } },
]);

/**
 * The entries that settlements and payments of a year ask of the unit's books, as drafts for its accounting system: the
 * statutory accounts are kept there, and the number of the voucher comes back with the payment. Recorded.
 */
export async function exportVouchers(
  deps: ContractsDeps,
  actor: Actor,
  asked: number | undefined,
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const { year, lines } = await chooseYear(db, actor.centreId, asked);
  await deps.database.transaction(async (tx) => vouchersExported(tx, deps.clock, actor, year));
  const sheetName = locale === 'en' ? `Draft entries ${year}` : `${year}年平行记账草稿`;
  const rows = readAll(db, actor.centreId, year, lines);
  return Readable.from(streamXlsx(rows, columns, { locale, sheetName }));
}

async function* readAll(db: Db, centreId: number, year: number, lines: readonly LineRow[]) {
  const byId = new Map(lines.map((line) => [line.line_id, line]));
  const pages = readPages(
    (page) => repository.listMovements(db, centreId, { year }, page),
    placeOfMovement,
  );
  for await (const page of pages) {
    const numbers = await loadNumbers(db, centreId, page);
    for (const row of page) {
      const line = byId.get(row.to_line_id);
      if (line !== undefined) yield* toRows(row, line, numbers.get(row.document_id ?? '') ?? '');
    }
  }
}

function toRows(row: MovementRow, line: LineRow, document: string) {
  const { kind, is_reversal: isReversal, amount_fen: amountFen } = row;
  const { project_code: projectCode, econ_code: econCode, func_code: funcCode } = line;
  const entries = draftEntries({ kind, isReversal, amountFen, projectCode, econCode });
  return entries.map(({ system, side, account, amountFen: amount }) => ({
    day: row.day,
    serial: row.serial,
    system,
    summary: nameOfLine(line),
    side,
    account,
    amount,
    projectCode,
    funcCode,
    econCode,
    document,
    voucher: kind === 'pay' ? row.cause : '',
  }));
}

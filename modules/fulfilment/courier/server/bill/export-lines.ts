import { Readable } from 'node:stream';

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { streamXlsx } from '#kernel/documents/sheets/write-xlsx.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Locale } from '#kernel/problems/contract.ts';

import { differenceWords, events, permissions, verdictWords, wordsOfHeld } from '../../contract.ts';
import type { CourierDeps } from '../deps.ts';
import * as repository from '../repository-bill.ts';
import type { BillLineRow } from '../tables.ts';

const columns = defineSheetColumns([
  { type: 'integer', key: 'row', heading: { 'zh-CN': '账单行', en: 'Row of the bill' } },
  { type: 'code', key: 'trackingNo', heading: { 'zh-CN': '运单号', en: 'Tracking number' } },
  { type: 'code', key: 'ourNumber', heading: { 'zh-CN': '客户单号', en: 'Our number' } },
  {
    type: 'date',
    key: 'billedOn',
    heading: { 'zh-CN': '账单签收日期', en: 'Signed on, as billed' },
  },
  {
    type: 'date',
    key: 'signedOn',
    heading: { 'zh-CN': '登记签收日期', en: 'Signed on, our books' },
  },
  { type: 'integer', key: 'grams', heading: { 'zh-CN': '计费重量（克）', en: 'Weight (g)' } },
  { type: 'money', key: 'amount', heading: { 'zh-CN': '账单金额（元）', en: 'Billed (yuan)' } },
  { type: 'text', key: 'difference', heading: { 'zh-CN': '差异', en: 'Difference' } },
  { type: 'text', key: 'held', heading: { 'zh-CN': '本中心记录', en: 'Our books' } },
  { type: 'text', key: 'verdict', heading: { 'zh-CN': '核定', en: 'Verdict' } },
  { type: 'text', key: 'reason', heading: { 'zh-CN': '说明', en: 'Reason' } },
]);

const PAGE = 5000;

async function* readLines(deps: CourierDeps, centreId: number, asked: repository.LinesAsked) {
  let after = 0;
  for (;;) {
    const page = { limit: PAGE, cursor: [String(after)] };
    const rows = (await repository.listLines(deps.database.db, centreId, asked, page)).slice(
      0,
      PAGE,
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.row_number;
  }
}

async function* toSheet(rows: AsyncIterable<BillLineRow>, locale: Locale) {
  for await (const row of rows)
    yield {
      row: row.row_number,
      trackingNo: row.tracking_no,
      ourNumber: row.our_number,
      billedOn: row.billed_on,
      signedOn: row.signed_on,
      grams: row.weight_grams,
      amount: row.amount_fen,
      difference: differenceWords[row.difference][locale],
      held: wordsOfHeld(row.held)[locale],
      verdict: verdictWords[row.verdict][locale],
      reason: row.reason,
    };
}

/** The lines of a bill with what is wrong with each: what goes back to the carrier. Recorded. */
export async function exportLines(
  deps: CourierDeps,
  actor: Actor,
  asked: repository.LinesAsked,
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.settle.name);
  const rows = await repository.countLines(deps.database.db, actor.centreId, asked);
  await deps.database.transaction(async (tx) =>
    tell(tx, deps.clock, actor, events.exported, {
      subject: { kind: 'courier.month', id: asked.month },
      payload: { rows },
    }),
  );
  const content = toSheet(readLines(deps, actor.centreId, asked), locale);
  return Readable.from(streamXlsx(content, columns, { locale, sheetName: asked.month }));
}

import { z } from 'zod';

import { sm3Hex } from '#kernel/crypto/sm3.ts';
import { cellInteger, cellOptional, cellOptionalDay, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';
import { type Fen, parseYuan, YUAN_TEXT } from '#kernel/money/fen.ts';
import { lastDayOf } from '#modules/fulfilment/seals/index.ts';

import { Month, permissions } from '../../contract.ts';
import { matchMonth, requireMeter } from '../bill/settle-bill.ts';
import type { CourierDeps } from '../deps.ts';
import * as repository from '../repository-bill.ts';

const Row = z.object({
  month: z.string().trim().pipe(Month),
  row: cellInteger(2, 100_000),
  trackingNo: cellText(40),
  ourNumber: cellOptional(40),
  billedOn: cellOptionalDay,
  weightGrams: cellInteger(1, 1_000_000),
  amount: z.string().trim().regex(YUAN_TEXT, '金额须为 元.角分｜Yuan with two decimals'),
});
type Row = z.infer<typeof Row>;

function toFen(text: string): Fen {
  const read = parseYuan(text);
  if (!read.ok) throw new Error(`Not an amount: ${text}`);
  return read.value;
}

/** Bills of carriers from before this software, held against the books as if they had come today. */
export const pastBillImporter = (deps: CourierDeps) =>
  defineImporter<Row>({
    name: 'courier.past-bills',
    title: { 'zh-CN': '以往的快递账单', en: 'Carriers’ bills from before' },
    permission: permissions.manage,
    fields: [
      field('month', '月份', 'Month', { isKey: true }),
      field('row', '行号', 'Row', { isKey: true }),
      field('trackingNo', '运单号', 'Tracking number'),
      field('ourNumber', '客户单号', 'Our number'),
      field('billedOn', '签收日期', 'Signed on'),
      field('weightGrams', '计费重量（克）', 'Billed weight, grams'),
      field('amount', '金额（元）', 'Amount, yuan'),
    ],
    row: Row,
    // A month that has its bill keeps it.
    listCurrent: () => Promise.resolve([]),
    write: async (tx, actor, changes) => {
      const doing = { deps, tx, actor };
      const byMonth = Map.groupBy(
        changes.map(({ after }) => after),
        ({ month }) => month,
      );
      for (const [month, rows] of byMonth) {
        const before = await repository.lockMonth(tx, actor.centreId, month);
        if (before.state !== 'open') continue;
        const meter = await requireMeter(doing, lastDayOf(month));
        const lines = rows.map((row) => ({
          rowNumber: row.row,
          trackingNo: row.trackingNo,
          ourNumber: row.ourNumber,
          billedOn: row.billedOn === '' ? null : row.billedOn,
          weightGrams: row.weightGrams,
          amountFen: toFen(row.amount),
        }));
        const file = { name: `${month}.csv`, hash: sm3Hex(JSON.stringify(rows)) };
        await matchMonth(doing, before, { meter, file, lines });
      }
    },
  });

import { z } from 'zod';

import { centreDay } from '#kernel/centre/centre-day.ts';
import { startOfLocalDay } from '#kernel/clock/local-day.ts';
import { cellDay, cellOptional, cellOptionalDay } from '#kernel/imports/cells.ts';
import { cellFault } from '#kernel/imports/faults.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { EVENT_TYPE, Month, permissions } from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import { keyOf } from '../finish-set.ts';
import { collectLines, requireMeter, toClosed } from '../months/settle-month.ts';
import { lastDayOf } from '../months/settling.ts';
import * as repository from '../repository-months.ts';

const Row = z.object({
  month: z.string().trim().pipe(Month),
  confirmedOn: cellDay,
  invoiceNumber: cellOptional(60),
  invoicedOn: cellOptionalDay,
  paidOn: cellOptionalDay,
  voucher: cellOptional(60),
});
type Row = z.infer<typeof Row>;

/** Months that were settled before this software: what was signed for in them, at the contract's price, and its payment. */
export const pastMonthImporter = (deps: SealsDeps) =>
  defineImporter<Row>({
    name: 'seals.past-months',
    title: { 'zh-CN': '以往的刻章月结', en: 'Months of seals settled before' },
    permission: permissions.manage,
    fields: [
      field('month', '月份', 'Month', { isKey: true }),
      field('confirmedOn', '确认日期', 'Confirmed on'),
      field('invoiceNumber', '发票号码', 'Invoice'),
      field('invoicedOn', '发票日期', 'Invoiced on'),
      field('paidOn', '支付日期', 'Paid on'),
      field('voucher', '凭证号', 'Voucher'),
    ],
    row: Row,
    // A month that was handed on is never changed by a sheet.
    listCurrent: () => Promise.resolve([]),
    checkRows: async (db, centreId, rows) => {
      const { today } = await centreDay(deps, db, centreId);
      return rows
        .filter(({ row }) => lastDayOf(row.month) >= today)
        .map(({ rowNumber, row }) =>
          cellFault(rowNumber, 'month', row.month, {
            'zh-CN': '该月尚未结束',
            en: 'The month is not over',
          }),
        );
    },
    write: async (tx, actor, changes) => {
      const { centreId } = actor;
      const { zone } = await centreDay(deps, tx, centreId);
      for (const { after: row } of changes) {
        const month = await repository.lockMonth(tx, centreId, row.month);
        if (month.state === 'handed-on') continue;
        const meter = await requireMeter(deps, tx, actor, lastDayOf(row.month));
        const lines = await collectLines(tx, centreId, row.month, meter);
        await repository.insertLines(tx, lines);
        const { invoiceNumber, invoicedOn, paidOn, voucher } = row;
        const { settlementId, number } = await deps.contracts.takeOverSettlement(tx, actor, {
          contractId: meter.contractId,
          eventType: EVENT_TYPE,
          lines: lines.map((line) => ({
            key: keyOf(line.set_id),
            day: line.signed_on,
            quantity: 1,
          })),
          what: `${row.month} 免费刻章 ${lines.length} 套`,
          confirmedOn: row.confirmedOn,
          invoice: { number: invoiceNumber, on: invoicedOn === '' ? null : invoicedOn },
          ...(paidOn === '' ? {} : { payment: { on: paidOn, voucher } }),
        });
        repository.updateMonth(tx, {
          ...toClosed(month, meter),
          state: 'handed-on',
          document_id: settlementId,
          document_number: number,
          handed_on_at: startOfLocalDay(row.confirmedOn, zone),
        });
      }
    },
  });

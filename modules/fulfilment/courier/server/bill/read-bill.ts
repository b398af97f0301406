import { defineSheetColumns } from '#kernel/documents/sheets/columns.ts';
import { readSheet } from '#kernel/documents/sheets/read-sheet.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';
import type { Billed } from './match-bill.ts';

const columns = defineSheetColumns([
  {
    type: 'code',
    key: 'trackingNo',
    heading: { 'zh-CN': '运单号', en: 'Tracking number' },
    required: true,
    maxLength: 40,
  },
  {
    type: 'code',
    key: 'ourNumber',
    heading: { 'zh-CN': '客户单号', en: 'Our number' },
    maxLength: 40,
  },
  { type: 'date', key: 'billedOn', heading: { 'zh-CN': '签收日期', en: 'Signed on' } },
  {
    type: 'integer',
    key: 'weightGrams',
    heading: { 'zh-CN': '计费重量（克）', en: 'Weight (g)' },
    min: 0,
    max: 1_000_000,
  },
  {
    type: 'money',
    key: 'amountFen',
    heading: { 'zh-CN': '金额（元）', en: 'Amount (yuan)' },
    required: true,
  },
]);

/** The lines of a carrier's bill, xlsx or CSV. Refuses the whole of it when one cell cannot be read, naming the first. */
export async function readBill(content: AsyncIterable<Uint8Array>): Promise<Billed[]> {
  const { rows, problems: faults, problemCount } = await readSheet(content, { columns });
  const [fault] = faults;
  if (fault !== undefined)
    throw new ProblemError(problems.billUnreadable, {
      count: problemCount,
      cell: fault.cell,
      value: fault.value,
    });
  return rows.map(({ row, values }) => ({
    ...values,
    rowNumber: row,
    trackingNo: values.trackingNo.toUpperCase(),
    ourNumber: (values.ourNumber ?? '').toUpperCase(),
  }));
}

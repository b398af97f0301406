import { addDays, daysInMonth } from '#kernel/clock/day.ts';
import { DEFAULT_ZONE, localDay, startOfLocalDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';

import { listSigned } from './repository.ts';

const HEAD = ['运单号', '客户单号', '签收日期', '计费重量（克）', '金额（元）'];
/** What the demonstration's contract pays for a parcel. */
const PRICE = '12.00';

export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

/** The bill of a month as carriers send it: a CSV, a parcel a line, by the carrier's own record. */
export async function writeBill(db: Db, centreId: number, month: string): Promise<string> {
  const [year = 0, number = 1] = month.split('-').map((part) => Number.parseInt(part, 10));
  const last = `${month}-${String(daysInMonth(year, number)).padStart(2, '0')}`;
  const parcels = await listSigned(db, centreId, {
    from: startOfLocalDay(`${month}-01`),
    until: startOfLocalDay(addDays(last, 1)),
  });
  const lines = parcels.map((row) => [
    row.tracking_no,
    row.number,
    row.last_at === null ? '' : localDay(row.last_at, DEFAULT_ZONE),
    String(row.weight_grams),
    PRICE,
  ]);
  return `\uFEFF${[HEAD, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}

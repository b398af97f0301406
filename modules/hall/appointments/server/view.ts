import type { Booking, BookingInput } from '../contract.ts';
import type { BookingRow } from './tables.ts';

export function toBooking(row: BookingRow): Booking {
  return {
    id: row.booking_id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns that people type. */
export function toColumns(input: BookingInput): Pick<BookingRow, 'code' | 'name_zh' | 'name_en'> {
  return { code: input.code, name_zh: input.nameZh, name_en: input.nameEn };
}

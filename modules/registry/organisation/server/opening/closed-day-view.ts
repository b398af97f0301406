import type { ClosedDay, ClosedDayInput } from '../../contract.ts';
import type { ClosedDayRow } from '../tables.ts';

export function toClosedDay(row: ClosedDayRow): ClosedDay {
  return {
    id: row.day_id,
    siteId: row.site_id,
    day: row.day,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    likeWeekday: row.like_weekday,
    source: row.source,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The columns that people type. */
export function toDayColumns(input: ClosedDayInput) {
  return {
    site_id: input.siteId,
    day: input.day,
    kind: input.kind,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    like_weekday: input.likeWeekday,
    source: input.source,
  };
}

import { problems, type Zone, type ZoneInput } from '../../contract.ts';
import { zoneChanged } from '../events.ts';
import { toRecordState } from '../record-state.ts';
import type { Kind } from '../records.ts';
import type { ZoneRow } from '../tables.ts';

/** What a zone is to the acts on records. */
export const zoneKind: Kind<'organisation.zone', Zone> = {
  table: 'organisation.zone',
  unique: {
    constraint: 'zone_code_unique',
    refusal: problems.codeTaken,
    valuesOf: ({ code }) => ({ code }),
  },
  targetOf: (row) => ({ siteId: row.site_id }),
  toViews: async (_db, _centreId, rows) => rows.map(toZone),
  tell: zoneChanged,
};

function toZone(row: ZoneRow): Zone {
  return {
    ...toRecordState(row.zone_id, row),
    code: row.code,
    siteId: row.site_id,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    floor: row.floor,
    x: Number(row.x),
    y: Number(row.y),
    width: Number(row.width),
    height: Number(row.height),
    order: row.sort_order,
  };
}

/** The columns that people type. */
export function toZoneColumns(input: ZoneInput) {
  return {
    code: input.code,
    kind: input.kind,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    floor: input.floor,
    x: String(input.x),
    y: String(input.y),
    width: String(input.width),
    height: String(input.height),
    sort_order: input.order,
  };
}

import type { Db } from '#kernel/db/types.ts';

import { problems, type Window, type WindowInput } from '../../contract.ts';
import { windowChanged } from '../events.ts';
import { toRecordState } from '../record-state.ts';
import type { Kind } from '../records.ts';
import { listServed } from '../repository-served.ts';
import type { WindowRow } from '../tables.ts';

/** What a window is to the acts on records. */
export const windowKind: Kind<'organisation.service_window', Window> = {
  table: 'organisation.service_window',
  unique: {
    constraint: 'window_number_unique',
    refusal: problems.numberTaken,
    valuesOf: ({ number }) => ({ number }),
  },
  targetOf: (row) => ({ siteId: row.site_id, windowId: row.window_id }),
  toViews: toWindows,
  tell: windowChanged,
};

/** Windows with the departments that they serve, read in one round trip. */
export async function toWindows(
  db: Db,
  centreId: number,
  rows: readonly WindowRow[],
): Promise<Window[]> {
  const ids = rows.map((row) => row.window_id);
  const served = Map.groupBy(await listServed(db, centreId, ids), (pair) => pair.window_id);
  return rows.map((row) => ({
    ...toRecordState(row.window_id, row),
    siteId: row.site_id,
    zoneId: row.zone_id,
    number: row.number,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    kind: row.kind,
    departmentIds: (served.get(row.window_id) ?? []).map((pair) => pair.department_id),
    isAccessible: row.is_accessible,
    x: Number(row.x),
    y: Number(row.y),
    validFrom: row.valid_from,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    stateReason: row.state_reason,
  }));
}

/** The columns that people type; the departments served are rows of their own. */
export function toWindowColumns(input: WindowInput) {
  return {
    zone_id: input.zoneId,
    number: input.number,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    kind: input.kind,
    is_accessible: input.isAccessible,
    x: String(input.x),
    y: String(input.y),
    valid_from: input.validFrom,
  };
}

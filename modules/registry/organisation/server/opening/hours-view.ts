import { createHash } from 'node:crypto';

import type { PlaceHours } from '../../contract.ts';
import type { OpeningHoursRow } from '../tables.ts';

/** A short text that differs whenever the rows do. */
function tagOf(rows: readonly OpeningHoursRow[]): string {
  const versions = rows.map((row) => `${row.hours_id}:${row.version}`).toSorted();
  return createHash('sha256').update(versions.join()).digest('base64url').slice(0, 22);
}

/** The hours of one place as editors see them. */
export function toPlaceHours(
  siteId: string,
  zoneId: string | null,
  rows: readonly OpeningHoursRow[],
): PlaceHours {
  return {
    siteId,
    zoneId,
    tag: tagOf(rows),
    rows: rows
      .toSorted(
        (a, b) =>
          b.valid_from.localeCompare(a.valid_from) ||
          a.weekday - b.weekday ||
          a.opens.localeCompare(b.opens),
      )
      .map((row) => ({
        id: row.hours_id,
        weekday: row.weekday,
        opens: row.opens,
        closes: row.closes,
        onClosedDays: row.on_closed_days,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      })),
  };
}

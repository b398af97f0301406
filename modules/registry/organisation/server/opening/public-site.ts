import type { OpeningCalendar } from '#kernel/calendar/opening-hours.ts';
import { localDay } from '#kernel/clock/local-day.ts';

import type { PublicSite } from '../../contract.ts';
import type { SiteRow } from '../tables.ts';
import { toDay, toState } from './opening-view.ts';

/** What everybody may know of a site at an instant. A site that is closed for good is not open, whatever its hours. */
export function toPublicSite(
  row: SiteRow,
  calendar: OpeningCalendar,
  zone: string,
  at: Date,
): PublicSite {
  const isClosed = row.closed_on !== null;
  const today = toDay(calendar, localDay(at, zone));
  return {
    code: row.code,
    kind: row.kind,
    divisionCode: row.division_code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    address: row.address,
    phone: row.phone,
    closedOn: row.closed_on,
    closedReason: row.closed_reason,
    isDemonstration: row.is_demonstration,
    now: isClosed ? { isOpen: false, until: null, nextOpening: null } : toState(calendar, at),
    today: isClosed ? { ...today, intervals: [] } : today,
  };
}

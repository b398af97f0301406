import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { QueueSettings, TicketSlip } from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { type Hours, hoursOf, readLines, toForecast, toNumbers } from './lines.ts';
import * as setUp from './repository-set-up.ts';
import { listServices } from './repository-windows.ts';
import * as repository from './repository.ts';
import { readSettings } from './settings.ts';
import type { BusinessRow, TicketRow, WindowServiceRow } from './tables.ts';

/** Where the ticket is shown on the phone. */
export const linkOf = (token: string): string => `/t/${token}`;

/** Where a ticket is to be shown, and for what, in words. */
export function placeNames(
  { directory }: Pick<Around, 'directory'>,
  row: Pick<TicketRow, 'site_id' | 'zone_id'>,
  business: Pick<BusinessRow, 'name_zh' | 'name_en'>,
) {
  const site = directory.sites.byId.get(row.site_id);
  const zone = directory.zones.byId.get(row.zone_id);
  return {
    siteNameZh: site?.nameZh ?? '',
    siteNameEn: site?.nameEn ?? '',
    businessNameZh: business.name_zh,
    businessNameEn: business.name_en,
    zoneNameZh: zone?.nameZh ?? '',
    zoneNameEn: zone?.nameEn ?? '',
    floor: zone?.floor ?? 1,
  };
}

export function toSlip(of: {
  readonly row: TicketRow;
  readonly business: BusinessRow;
  readonly around: Around;
  readonly settings: QueueSettings;
  readonly services: readonly WindowServiceRow[];
  readonly hours: Hours;
  readonly ahead: number;
  readonly forecastMinutes: number;
  readonly isReprint: boolean;
}): TicketSlip {
  const { row, business, around } = of;
  return {
    ticketId: row.ticket_id,
    number: row.number,
    day: row.day,
    issuedAt: row.issued_at.toISOString(),
    ...placeNames(around, row, business),
    windowNumbers: toNumbers(around, of.services),
    lane: row.lane,
    waitingAhead: of.ahead,
    forecastMinutes: of.forecastMinutes,
    link: linkOf(row.token),
    isNearClosing: of.hours.minutesLeft <= Math.max(of.settings.closingMinutes, of.forecastMinutes),
    isReprint: of.isReprint,
  };
}

/** The slip of a ticket as it stands now, marked 补打. */
export async function makeSlip(deps: QueueDeps, db: Db, row: TicketRow): Promise<TicketSlip> {
  const around = await aroundOf(deps, db, row.centre_id);
  const businessIds = [row.business_id];
  const [found, settings, services, ahead] = await Promise.all([
    setUp.findBusiness(db, row.centre_id, row.business_id),
    readSettings(db, row.centre_id),
    listServices(db, row.centre_id, { businessIds }),
    row.state === 'waiting' ? repository.countAhead(db, row) : 0,
  ]);
  const business = orNotFound(found);
  const [lines, hours] = await Promise.all([
    readLines(db, row.centre_id, {
      businessIds,
      day: around.today,
      samples: settings.forecastSamples,
    }),
    hoursOf(deps, db, around, business),
  ]);
  const forecastMinutes = toForecast(lines, business, ahead, around.now).minutes;
  return toSlip({
    row,
    business,
    around,
    settings,
    services,
    hours,
    ahead,
    forecastMinutes,
    isReprint: true,
  });
}

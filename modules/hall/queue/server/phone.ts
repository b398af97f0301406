import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { PhoneTicket } from '../contract.ts';
import { aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { readLines, toForecast, toNumbers } from './lines.ts';
import * as setUp from './repository-set-up.ts';
import { listServices } from './repository-windows.ts';
import * as repository from './repository.ts';
import { readSettings } from './settings.ts';
import { linkOf } from './slip.ts';
import type { TicketRow } from './tables.ts';

/** A ticket as its holder sees it: its place, when its turn will be, and where to go. */
export async function toPhoneTicket(deps: QueueDeps, db: Db, row: TicketRow): Promise<PhoneTicket> {
  const around = await aroundOf(deps, db, row.centre_id);
  const isWaiting = row.state === 'waiting' && row.day === around.today;
  const businessIds = [row.business_id];
  const [found, settings, services, ahead] = await Promise.all([
    setUp.findBusiness(db, row.centre_id, row.business_id),
    readSettings(db, row.centre_id),
    listServices(db, row.centre_id, { businessIds }),
    isWaiting ? repository.countAhead(db, row) : null,
  ]);
  const business = orNotFound(found);
  const lines =
    ahead === null
      ? undefined
      : await readLines(db, row.centre_id, {
          businessIds,
          day: around.today,
          samples: settings.forecastSamples,
        });
  const site = around.directory.sites.byId.get(row.site_id);
  const zone = around.directory.zones.byId.get(row.zone_id);
  return {
    ticketId: row.ticket_id,
    number: row.number,
    day: row.day,
    state: row.state,
    lane: row.lane,
    siteNameZh: site?.nameZh ?? '',
    siteNameEn: site?.nameEn ?? '',
    businessNameZh: business.name_zh,
    businessNameEn: business.name_en,
    zoneNameZh: zone?.nameZh ?? '',
    zoneNameEn: zone?.nameEn ?? '',
    floor: zone?.floor ?? 1,
    issuedAt: row.issued_at.toISOString(),
    calledAt: row.called_at?.toISOString() ?? null,
    ahead,
    forecast:
      ahead === null || lines === undefined ? null : toForecast(lines, business, ahead, around.now),
    windowNumber: row.window_number,
    windowNumbers: toNumbers(around, services),
    isSoon: row.state === 'called' || (ahead !== null && ahead <= settings.noticeAhead),
    mayLeave: row.state === 'waiting' || row.state === 'held',
    link: linkOf(row.token),
  };
}

import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { Forecast, PhoneTicket, QueueSettings } from '../contract.ts';
import { type Around, aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { readLines, toForecast, toNumbers } from './lines.ts';
import * as setUp from './repository-set-up.ts';
import { listServices } from './repository-windows.ts';
import * as repository from './repository.ts';
import { readSettings } from './settings.ts';
import { linkOf, placeNames } from './slip.ts';
import type { BusinessRow, TicketRow } from './tables.ts';

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
  const forecast =
    ahead === null ? null : await forecastFor(db, { business, around, settings, ahead });
  return {
    ticketId: row.ticket_id,
    number: row.number,
    day: row.day,
    state: row.state,
    lane: row.lane,
    ...placeNames(around, row, business),
    issuedAt: row.issued_at.toISOString(),
    calledAt: row.called_at?.toISOString() ?? null,
    ahead,
    forecast,
    windowNumber: row.window_number,
    windowNumbers: toNumbers(around, services),
    isSoon: row.state === 'called' || (ahead !== null && ahead <= settings.noticeAhead),
    mayLeave: row.state === 'waiting' || row.state === 'held',
    link: linkOf(row.token),
  };
}

async function forecastFor(
  db: Db,
  of: {
    readonly business: BusinessRow;
    readonly around: Around;
    readonly settings: QueueSettings;
    readonly ahead: number;
  },
): Promise<Forecast> {
  const lines = await readLines(db, of.business.centre_id, {
    businessIds: [of.business.business_id],
    day: of.around.today,
    samples: of.settings.forecastSamples,
  });
  return toForecast(lines, of.business, of.ahead, of.around.now);
}

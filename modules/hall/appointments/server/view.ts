import { type CentreDay, centreDay } from '#kernel/centre/centre-day.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import type { Booking, OwnBooking, Settings } from '../contract.ts';
import type { AppointmentsDeps } from './deps.ts';
import { groupHint, groupName, toPlace, unnamed } from './groups/view.ts';
import { listGroups } from './repository-groups.ts';
import { checkInSpan, mayStillChange, toTime } from './rules.ts';
import { readSettings } from './settings.ts';
import type { BookingRow, GroupRow } from './tables.ts';

/** What views of bookings need around them. */
export interface Around {
  readonly groups: ReadonlyMap<string, GroupRow>;
  readonly directory: Directory;
  readonly settings: Settings;
  readonly centre: CentreDay;
}

export async function loadAround(
  deps: AppointmentsDeps,
  db: Db,
  centreId: number,
): Promise<Around> {
  const [groups, directory, settings, centre] = await Promise.all([
    listGroups(db, centreId),
    deps.organisation.loadDirectory(db, centreId),
    readSettings(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  return {
    groups: new Map(groups.map((row) => [row.group_id, row])),
    directory,
    settings,
    centre,
  };
}

export function toBooking(row: BookingRow, { groups, directory }: Around): Booking {
  const group = groups.get(row.group_id);
  return {
    id: row.booking_id,
    code: row.code,
    groupId: row.group_id,
    group: group === undefined ? unnamed() : groupName(group),
    ...toPlace({ site_id: row.site_id, zone_id: group?.zone_id ?? null }, directory),
    day: row.day,
    from: toTime(row.from_minute),
    to: toTime(row.to_minute),
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    matterId: row.matter_id,
    matter: row.matter_id === null ? null : { 'zh-CN': row.matter_zh, en: row.matter_en },
    partyId: row.party_id,
    holder: row.holder_shown,
    channel: row.channel,
    state: row.state,
    ticketId: row.ticket_id,
    ticketNo: row.ticket_no,
    reason: row.reason,
    bookedAt: row.booked_at.toISOString(),
    arrivedAt: row.arrived_at?.toISOString() ?? null,
    isExcused: row.is_excused,
    moves: row.moves,
    version: row.version,
  };
}

/** The address of an appointment: what its QR code and its messages hold. */
export const addressOf = (publicUrl: string, token: string): string =>
  `${publicUrl}/appointments/at/${token}`;

export function toOwnBooking(
  { publicUrl }: Pick<AppointmentsDeps, 'publicUrl'>,
  row: BookingRow,
  around: Around,
): OwnBooking {
  const { partyId: _partyId, ticketId: _ticketId, ...shown } = toBooking(row, around);
  const group = around.groups.get(row.group_id);
  const span = checkInSpan(row.starts_at, around.settings);
  return {
    ...shown,
    hint: group === undefined ? unnamed() : groupHint(group),
    token: row.token,
    url: addressOf(publicUrl, row.token),
    mayChange:
      row.state === 'booked' && mayStillChange(row.starts_at, around.centre.now, around.settings),
    checkInFrom: span.from.toISOString(),
    checkInUntil: span.until.toISOString(),
  };
}

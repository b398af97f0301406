import type { Session, Ticket, TicketEntry } from '../contract.ts';
import type { Around } from './around.ts';
import { toWindowState } from './events.ts';
import type { BusinessRow, TicketEventRow, TicketRow, WindowStateRow } from './tables.ts';

const orNull = (at: Date | null) => at?.toISOString() ?? null;

export interface TicketView {
  readonly business: Pick<BusinessRow, 'name_zh' | 'name_en'> | undefined;
  readonly around: Pick<Around, 'directory'>;
  readonly ahead?: number | null;
}

export function toTicket(row: TicketRow, { business, around, ahead = null }: TicketView): Ticket {
  const target = around.directory.windows.byId.get(row.target_window_id ?? '');
  return {
    id: row.ticket_id,
    number: row.number,
    day: row.day,
    siteId: row.site_id,
    businessId: row.business_id,
    businessNameZh: business?.name_zh ?? '',
    businessNameEn: business?.name_en ?? '',
    state: row.state,
    lane: row.lane,
    priority: row.priority,
    channel: row.channel,
    holder: row.holder,
    mobile: row.mobile,
    partyId: row.party_id,
    issuedAt: row.issued_at.toISOString(),
    calledAt: orNull(row.called_at),
    lastCalledAt: orNull(row.last_called_at),
    startedAt: orNull(row.started_at),
    endedAt: orNull(row.ended_at),
    calls: row.calls,
    windowId: row.window_id,
    windowNumber: row.window_number,
    personId: row.person_id,
    personName: row.person_name,
    finishKind: row.finish_kind,
    reason: row.reason,
    appointmentId: row.appointment_id,
    forecastMinutes: row.forecast_minutes,
    ahead,
    targetWindowNumber: target?.number ?? null,
    version: row.version,
  };
}

export function toSession(
  row: WindowStateRow,
  around: Pick<Around, 'directory'>,
  ticket: 'called' | 'serving' | undefined,
): Session {
  const window = around.directory.windows.byId.get(row.window_id);
  return {
    windowId: row.window_id,
    windowNumber: row.window_number,
    windowNameZh: window?.nameZh ?? '',
    windowNameEn: window?.nameEn ?? '',
    siteId: row.site_id,
    zoneId: row.zone_id,
    state: toWindowState(row.state, ticket),
    personId: row.person_id,
    personName: row.person_name,
    isCover: row.is_cover,
    since: row.since.toISOString(),
    pauseReason: row.pause_reason,
    pausedUntil: orNull(row.paused_until),
  };
}

export function toEntry(row: TicketEventRow, business: BusinessRow | undefined): TicketEntry {
  return {
    seq: row.seq,
    act: row.act,
    at: row.at.toISOString(),
    windowNumber: row.window_number,
    personName: row.person_name,
    reason: row.reason,
    businessNameZh: business?.name_zh ?? '',
    businessNameEn: business?.name_en ?? '',
  };
}

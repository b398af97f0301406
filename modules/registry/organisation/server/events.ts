import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { type Act, events, type WindowState } from '../contract.ts';
import type {
  ClosedDayRow,
  DepartmentRow,
  OfficeRow,
  OpeningHoursRow,
  SiteRow,
  WindowRow,
  ZoneRow,
} from './tables.ts';

/** The row before the act, when there was one, and after it; the audit entry keeps both. */
export interface Change<Row> {
  readonly before?: Row;
  readonly after: Row;
}

/** Says that a site changed. */
export function siteChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: Act,
  rows: Change<SiteRow> & { readonly reason?: string },
): void {
  tell(tx, clock, actor, events.siteChanged, {
    subject: { kind: 'organisation.site', id: rows.after.site_id },
    payload: { siteId: rows.after.site_id, code: rows.after.code, act },
    audit: { ...rows },
  });
}

type RegisterKind = 'office' | 'department' | 'zone' | 'window';

const KINDS = {
  office: events.officeChanged,
  department: events.departmentChanged,
  zone: events.zoneChanged,
  window: events.windowChanged,
} as const;

interface Telling {
  readonly kind: RegisterKind;
  readonly id: string;
  readonly siteId: string | null;
  readonly code: string;
  readonly act: Act;
}

function tellRecord(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { kind, ...payload }: Telling,
  rows: Change<object>,
): void {
  tell(tx, clock, actor, KINDS[kind], {
    subject: { kind: `organisation.${kind}`, id: payload.id },
    payload,
    audit: { ...rows },
  });
}

/** Says that an office changed. */
export function officeChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: Act,
  rows: Change<OfficeRow>,
): void {
  const { office_id: id, code } = rows.after;
  tellRecord(tx, clock, actor, { kind: 'office', id, siteId: null, code, act }, rows);
}

/** Says that a department changed. */
export function departmentChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: Act,
  rows: Change<DepartmentRow>,
): void {
  const { department_id: id, code } = rows.after;
  tellRecord(tx, clock, actor, { kind: 'department', id, siteId: null, code, act }, rows);
}

/** Says that a zone changed. */
export function zoneChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: Act,
  rows: Change<ZoneRow>,
): void {
  const { zone_id: id, site_id: siteId, code } = rows.after;
  tellRecord(tx, clock, actor, { kind: 'zone', id, siteId, code, act }, rows);
}

/** Says that a window changed; not its state, which has an event of its own. */
export function windowChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: Act,
  rows: Change<WindowRow>,
): void {
  const { window_id: id, site_id: siteId, number } = rows.after;
  tellRecord(tx, clock, actor, { kind: 'window', id, siteId, code: String(number), act }, rows);
}

/** Says that a window went from its state to another one. */
export function windowStateChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  change: { readonly window: WindowRow; readonly to: WindowState; readonly reason: string },
): void {
  const { window, to, reason } = change;
  tell(tx, clock, actor, events.windowStateChanged, {
    subject: { kind: 'organisation.window', id: window.window_id },
    payload: {
      windowId: window.window_id,
      siteId: window.site_id,
      zoneId: window.zone_id,
      number: window.number,
      from: window.state,
      to,
      reason,
    },
  });
}

/** Says that the weekly hours of a site, or of one zone of it, changed; the audit entry keeps both. */
export function openingHoursChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  place: { readonly siteId: string; readonly zoneId: string | null },
  rows: { readonly before: readonly OpeningHoursRow[]; readonly after: readonly OpeningHoursRow[] },
): void {
  tell(tx, clock, actor, events.openingHoursChanged, {
    subject: { kind: 'organisation.opening-hours', id: place.zoneId ?? place.siteId },
    payload: place,
    audit: { ...rows },
  });
}

/** Says that a closed day, or a day made open, was set, changed or taken back. */
export function closedDayChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: 'created' | 'changed' | 'removed',
  rows: Change<ClosedDayRow>,
): void {
  const { day_id: dayId, site_id: siteId, day } = rows.after;
  tell(tx, clock, actor, events.closedDayChanged, {
    subject: { kind: 'organisation.closed-day', id: dayId },
    payload: { dayId, siteId, day, act },
    audit: { ...rows },
  });
}

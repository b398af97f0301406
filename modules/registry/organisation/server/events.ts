import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { type Act, events } from '../contract.ts';
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

function tellRegister(
  kind: RegisterKind,
  payload: { readonly id: string; readonly siteId: string | null; readonly code: string },
) {
  return (tx: Tx, clock: Clock, actor: Actor, act: Act, rows: Change<object>): void =>
    tell(tx, clock, actor, KINDS[kind], {
      subject: { kind: `organisation.${kind}`, id: payload.id },
      payload: { ...payload, act },
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
  tellRegister('office', { id, siteId: null, code })(tx, clock, actor, act, rows);
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
  tellRegister('department', { id, siteId: null, code })(tx, clock, actor, act, rows);
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
  tellRegister('zone', { id, siteId, code })(tx, clock, actor, act, rows);
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
  tellRegister('window', { id, siteId, code: String(number) })(tx, clock, actor, act, rows);
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

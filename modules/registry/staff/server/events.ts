import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { LeaveRow, PersonRow, StationingRow } from './tables.ts';

const about = (person: Pick<PersonRow, 'person_id' | 'employee_no'>) => ({
  personId: person.person_id,
  employeeNo: person.employee_no,
});
const person = (id: string) => ({ kind: 'staff.person', id });

/** What happened to a record. */
export interface PersonAct {
  readonly act: 'joined' | 'changed' | 'photo';
  readonly fields?: readonly string[];
}

/** Says that somebody's record changed: which fields, not what stands in them. */
export function personChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: PersonRow,
  { act, fields = [] }: PersonAct,
): void {
  tell(tx, clock, actor, events.personChanged, {
    subject: person(row.person_id),
    payload: { ...about(row), act },
    audit: { fields },
  });
}

export function personLeft(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: PersonRow,
  leftOn: string,
): void {
  tell(tx, clock, actor, events.personLeft, {
    subject: person(row.person_id),
    payload: { ...about(row), leftOn },
  });
}

export function contactRevealed(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: PersonRow,
  look: { readonly field: 'mobile' | 'email'; readonly reason: string },
): void {
  tell(tx, clock, actor, events.contactRevealed, {
    subject: person(row.person_id),
    payload: { ...about(row), ...look },
  });
}

export function badgePrinted(tx: Tx, clock: Clock, actor: Actor, row: PersonRow): void {
  tell(tx, clock, actor, events.badgePrinted, {
    subject: person(row.person_id),
    payload: about(row),
  });
}

export function stationingChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: StationingRow,
  act: 'assigned' | 'changed' | 'ended',
): void {
  tell(tx, clock, actor, events.stationingChanged, {
    subject: { kind: 'staff.stationing', id: row.stationing_id },
    payload: {
      stationingId: row.stationing_id,
      windowId: row.window_id,
      personAId: row.person_a_id,
      personBId: row.person_b_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      act,
    },
  });
}

export function rosterChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  change: {
    readonly siteId: string;
    readonly from: string;
    readonly to: string;
    readonly entries: number;
    readonly act: 'imported' | 'changed' | 'copied';
  },
): void {
  tell(tx, clock, actor, events.rosterChanged, {
    subject: { kind: 'staff.roster', id: change.siteId },
    payload: change,
  });
}

export function leaveChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  leave: LeaveRow,
  row: Pick<PersonRow, 'person_id' | 'employee_no'>,
): void {
  tell(tx, clock, actor, events.leaveChanged, {
    subject: { kind: 'staff.leave', id: leave.leave_id },
    payload: {
      ...about(row),
      leaveId: leave.leave_id,
      status: leave.status,
      startsOn: leave.starts_on,
      endsOn: leave.ends_on,
    },
  });
}

export function windowUncovered(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  gap: { readonly windowId: string; readonly day: string; readonly leaveId: string },
): void {
  tell(tx, clock, actor, events.windowUncovered, {
    subject: { kind: 'staff.window', id: gap.windowId },
    payload: gap,
  });
}

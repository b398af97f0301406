import { tell } from '#kernel/events/tell.ts';
import { newId } from '#kernel/ids/id.ts';

import { events, type FilingAct, type Ground } from '../contract.ts';
import * as repository from './repository.ts';
import type { FilingRow, OccupancyRow, UnitRow, UseRow } from './tables.ts';
import type { Work } from './work.ts';

const EVENT_OF: Readonly<Record<FilingAct, (typeof events)['worked']>> = {
  save: events.worked,
  submit: events.submitted,
  retract: events.worked,
  discard: events.worked,
  take: events.worked,
  pass: events.worked,
  return: events.returned,
  file: events.filed,
  'begin-change': events.worked,
  'begin-renewal': events.worked,
  suspend: events.suspended,
  resume: events.resumed,
  revoke: events.revoked,
  expire: events.expired,
};

export interface Note {
  readonly act: FilingAct;
  readonly ground?: Ground | undefined;
  readonly reason?: string | undefined;
  readonly audit?: Readonly<Record<string, unknown>>;
}

/** What happened to a filing: event, audit entry, live message, and its own history but for mere saving. */
export function tellFiling({ deps, tx, actor }: Work, row: FilingRow, note: Note): void {
  const { act, ground, reason = '', audit = {} } = note;
  tell(tx, deps.clock, actor, EVENT_OF[act], {
    subject: { kind: 'premises.filing', id: row.filing_id },
    payload: {
      filingId: row.filing_id,
      carrierId: row.carrier_id,
      number: row.number,
      filedVersion: row.filed_version,
      town: row.town,
      act,
      stage: row.stage,
      standing: row.standing,
    },
    audit: { ...audit, ...(reason === '' ? {} : { reason }), ...(ground ? { ground } : {}) },
  });
  if (act === 'save') return;
  repository.insertHistory(tx, {
    centre_id: row.centre_id,
    filing_id: row.filing_id,
    entry_id: newId(deps.clock),
    at: deps.clock.now(),
    act,
    stage: row.stage,
    standing: row.standing,
    ground: ground ?? null,
    reason,
    by_id: actor.id,
    by_name: actor.name,
    filed_version: row.filed_version,
  });
}

const ofUnit = (
  unit: Pick<UnitRow, 'unit_id' | 'filing_id' | 'filed_version'>,
  number: string,
) => ({
  unitId: unit.unit_id,
  filingId: unit.filing_id,
  number,
  filedVersion: unit.filed_version,
});

export function tellUnit(
  { deps, tx, actor }: Work,
  unit: UnitRow,
  number: string,
  change: { readonly isSuspended: boolean; readonly reason: string },
): void {
  tell(tx, deps.clock, actor, events.unitChanged, {
    subject: { kind: 'premises.filing', id: unit.filing_id },
    payload: { ...ofUnit(unit, number), isSuspended: change.isSuspended },
    audit: { reason: change.reason },
  });
}

export function tellUse({ deps, tx, actor }: Work, use: UseRow, number: string): void {
  tell(tx, deps.clock, actor, events.used, {
    subject: { kind: 'premises.filing', id: use.filing_id },
    payload: {
      ...ofUnit(use, number),
      caseId: use.case_id,
      caseNumber: use.case_number,
      role: use.role,
    },
  });
}

export function tellSettled(
  { deps, tx, actor }: Work,
  use: UseRow,
  outcome: 'settled' | 'freed',
): void {
  tell(tx, deps.clock, actor, events.settled, {
    subject: { kind: 'premises.filing', id: use.filing_id },
    payload: { ...ofUnit(use, ''), caseId: use.case_id, outcome },
  });
}

export function tellOccupant(
  { deps, tx, actor }: Work,
  row: OccupancyRow,
  filing: FilingRow,
  change: {
    readonly what: 'left' | 'unreachable' | 'reachable' | 'identified';
    readonly reason: string;
  },
): void {
  tell(tx, deps.clock, actor, events.occupantChanged, {
    subject: { kind: 'premises.filing', id: row.filing_id },
    payload: {
      unitId: row.unit_id,
      filingId: row.filing_id,
      number: filing.number,
      filedVersion: filing.filed_version,
      occupancyId: row.occupancy_id,
      what: change.what,
    },
    audit: { reason: change.reason },
  });
}

export function tellCarrier({ deps, tx, actor }: Work, carrierId: string, audit: object): void {
  tell(tx, deps.clock, actor, events.carrierChanged, {
    subject: { kind: 'premises.carrier', id: carrierId },
    payload: { carrierId },
    audit: { ...audit },
  });
}

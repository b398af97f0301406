import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import { newId } from '#kernel/ids/id.ts';

import {
  events,
  type Ground,
  type HistoryAct,
  type LicenceState,
  type StateAct,
} from '../contract.ts';
import * as repository from './repository.ts';
import type { LicenceRow } from './tables.ts';

type Named = Pick<LicenceRow, 'licence_id' | 'kind_code' | 'number' | 'identifier'>;

const aboutOf = (row: Named) => ({
  licenceId: row.licence_id,
  kind: row.kind_code,
  number: row.number,
  identifier: row.identifier,
});

const subjectOf = (row: Named) => ({ kind: 'licences.licence', id: row.licence_id });

/** Who decided what, upon which ground and in which case. */
export interface Note {
  readonly act: HistoryAct;
  readonly toState: LicenceState;
  readonly reason?: string;
  readonly ground?: Ground;
  readonly caseId?: string | null;
  readonly caseNumber?: string;
}

/** Adds to the history of a licence. */
export function keepHistory(tx: Tx, clock: Clock, actor: Actor, row: LicenceRow, note: Note): void {
  repository.insertHistory(tx, {
    centre_id: row.centre_id,
    licence_id: row.licence_id,
    entry_id: newId(clock),
    at: clock.now(),
    act: note.act,
    to_state: note.toState,
    reason: note.reason ?? '',
    ground: note.ground ?? null,
    by_id: actor.id,
    by_name: actor.name,
    case_id: note.caseId ?? null,
    case_number: note.caseNumber ?? '',
  });
}

export type IssuingAct = 'issue' | 'import' | 'change' | 'renew' | 'replace';

export function licenceIssued(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: LicenceRow,
  { how, formerId, reason }: { how: IssuingAct; formerId: string | null; reason: string },
): void {
  const { case_id: caseId, case_number: caseNumber } = row;
  tell(tx, clock, actor, events.issued, {
    subject: subjectOf(row),
    payload: { ...aboutOf(row), how, caseNumber, formerId },
    audit: { validUntil: row.valid_until, signature: row.signature },
  });
  keepHistory(tx, clock, actor, row, { act: how, toState: row.state, reason, caseId, caseNumber });
}

export function stateChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: LicenceRow,
  change: Note & { readonly act: StateAct | 'expire'; readonly from: LicenceState },
): void {
  const { act, from, toState: to, ground, reason } = change;
  tell(tx, clock, actor, events.stateChanged, {
    subject: subjectOf(row),
    payload: { ...aboutOf(row), act, from, to },
    audit: { ground, reason },
  });
  keepHistory(tx, clock, actor, row, change);
}

export function licenceUsed(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: LicenceRow,
  use: { readonly caseId: string; readonly caseNumber: string },
): void {
  tell(tx, clock, actor, events.used, {
    subject: subjectOf(row),
    payload: { ...aboutOf(row), caseNumber: use.caseNumber },
  });
  keepHistory(tx, clock, actor, row, { act: 'use', toState: row.state, ...use });
}

export function showingVerified(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: LicenceRow,
  showingId: string,
): void {
  tell(tx, clock, actor, events.verified, {
    subject: subjectOf(row),
    payload: { ...aboutOf(row), showingId },
  });
  keepHistory(tx, clock, actor, row, { act: 'show', toState: row.state });
}

export function licencePrinted(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: LicenceRow,
  form: string,
): void {
  tell(tx, clock, actor, events.printed, {
    subject: subjectOf(row),
    payload: { ...aboutOf(row), form },
  });
}

export function holderReminded(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: LicenceRow,
  reminder: { readonly days: number; readonly reached: boolean },
): void {
  tell(tx, clock, actor, events.reminded, {
    subject: subjectOf(row),
    payload: { ...aboutOf(row), ...reminder },
  });
}

export function listExported(tx: Tx, clock: Clock, actor: Actor, rows: number): void {
  tell(tx, clock, actor, events.exported, {
    subject: { kind: 'licences.list', id: 'export' },
    payload: { rows },
  });
}

export function kindChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  code: string,
  audit: Readonly<Record<string, unknown>>,
): void {
  tell(tx, clock, actor, events.kindChanged, {
    subject: { kind: 'licences.kind', id: code },
    payload: { code },
    audit,
  });
}

export function keysRotated(tx: Tx, clock: Clock, actor: Actor, rows: number): void {
  tell(tx, clock, actor, events.keysRotated, {
    subject: { kind: 'licences.keys', id: 'rotation' },
    payload: { rows },
  });
}

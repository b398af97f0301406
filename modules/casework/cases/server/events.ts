import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell, tellAll } from '#kernel/events/tell.ts';

import { type CaseAct, events, type Light } from '../contract.ts';
import type { CaseEntry } from './rules/case-file.ts';
import type { CaseRow } from './tables.ts';
import type { Work } from './work.ts';

type Told = Exclude<keyof typeof events, 'settingsChanged' | 'differenceFound'>;

/** As what other modules hear of an act; the rest are steps of no further consequence. */
const TOLD_AS: Partial<Readonly<Record<CaseAct, Told>>> = {
  submit: 'submitted',
  collect: 'submitted',
  'receive-at-window': 'received',
  receive: 'received',
  'receive-from-proxy': 'received',
  'tell-correction': 'correctionTold',
  resubmit: 'resubmitted',
  accept: 'accepted',
  'deem-accepted': 'accepted',
  refuse: 'notAccepted',
  'not-needed': 'notAccepted',
  'start-special': 'stopped',
  'end-special': 'resumed',
  extend: 'extended',
  approve: 'decided',
  deny: 'decided',
  issue: 'ready',
  deliver: 'delivered',
  'hand-over': 'delivered',
  archive: 'archived',
  'confirm-withdrawal': 'ended',
  terminate: 'ended',
  transfer: 'ended',
  revoke: 'ended',
};

/** A step of a case, and the row after it. */
export interface Step {
  readonly row: CaseRow;
  readonly entry: CaseEntry;
  readonly lightBefore?: Light | undefined;
}

/** Says what happened to a case: the event by its act, and the audit entry with what changed. */
export function caseWentOn(work: Work, step: Step): void {
  casesWentOn(work, [step]);
}

/** The same of several steps, in their order. */
export function casesWentOn({ deps, tx, actor }: Work, steps: readonly Step[]): void {
  tellAll(
    tx,
    deps.clock,
    actor,
    steps.map(({ row, entry, lightBefore }) => ({
      kind: events[TOLD_AS[entry.act] ?? 'changed'],
      subject: { kind: 'cases.case', id: row.case_id },
      payload: toPayload(row, entry.act),
      audit: {
        caseNo: row.case_no,
        from: entry.from,
        changes: Object.keys(entry.changes),
        note: entry.note,
        ...(lightBefore === undefined || lightBefore === row.light ? {} : { lightBefore }),
      },
    })),
  );
}

/** Says that time alone changed the light of a case. */
export function caseLit(tx: Tx, clock: Clock, actor: Actor, row: CaseRow, before: Light): void {
  tell(tx, clock, actor, events.lit, {
    subject: { kind: 'cases.case', id: row.case_id },
    payload: toPayload(row, null),
    audit: { before, after: row.light },
  });
}

function toPayload(row: CaseRow, act: CaseAct | null) {
  return {
    caseId: row.case_id,
    partyId: row.party_id,
    matterId: row.matter_id,
    departmentId: row.department_id,
    windowId: row.window_id,
    licenceId: row.body.licenceId,
    act,
    state: row.state,
    version: row.version,
  };
}

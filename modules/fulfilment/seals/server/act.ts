import { tell } from '#kernel/events/tell.ts';
import type { Words } from '#kernel/problems/contract.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  events,
  isLawful,
  problems,
  type SetAct,
  stateAfter,
  stateWords,
  transitions,
} from '../contract.ts';
import type { Doing } from './doing.ts';
import * as repository from './repository.ts';
import type { SetRow } from './tables.ts';

/** What an act writes beside the state. */
export interface Writing {
  readonly changes?: Partial<SetRow>;
  readonly note?: string;
}

/**
 * The set, kept for this act. What its state does not allow is refused first, so that the second of two clerks learns who
 * was first; then a version older than the one somebody saw.
 */
export async function lockForAct(
  doing: Doing,
  id: string,
  act: SetAct,
  version: number,
): Promise<SetRow> {
  const { tx, actor } = doing;
  const row = orNotFound(await repository.lockSet(tx, actor.centreId, id));
  await requireLawful(doing, row, act);
  requireVersion(row, version);
  return row;
}

/** Refuses what the state does not allow, and says what was done last and by whom. */
export async function requireLawful({ tx }: Doing, row: SetRow, act: SetAct): Promise<void> {
  if (isLawful(act, row.state)) return;
  const last = (await repository.listSteps(tx, row.centre_id, [row.set_id])).at(-1);
  throw new ProblemError(problems.notInState, {
    state: stateWords[row.state],
    act: transitions[act].title,
    last: last === undefined ? '' : sayLast(transitions[last.act].title, last.by_name),
  });
}

/** What was done last, and by whom; what the system did by itself has nobody's name. */
function sayLast({ 'zh-CN': zh, en }: Words, byName: string): Words {
  return byName === ''
    ? { 'zh-CN': `最近一步：${zh}。`, en: `The last step was “${en}”.` }
    : { 'zh-CN': `最近一步：${zh}（${byName}）。`, en: `The last step was “${en}”, by ${byName}.` };
}

/** One step of a set: the row, the history, the event and the audit entry, in the caller's transaction. */
export function move(doing: Doing, before: SetRow, act: SetAct, writing: Writing = {}): SetRow {
  const { deps, tx } = doing;
  const now = deps.clock.now();
  const state = stateAfter(act, before.state);
  const after: SetRow = {
    ...before,
    ...writing.changes,
    state,
    steps: before.steps + 1,
    version: before.version + 1,
    updated_at: now,
  };
  repository.updateSet(tx, after);
  writeStep(doing, act, { from: before, to: after }, writing.note ?? '');
  return after;
}

/** The first row of a set. */
export function begin(doing: Doing, row: SetRow): void {
  repository.insertSet(doing.tx, row);
  writeStep(doing, 'open', { from: undefined, to: row }, '');
}

function writeStep(
  { deps, tx, actor }: Doing,
  act: SetAct,
  { from, to }: { readonly from: SetRow | undefined; readonly to: SetRow },
  note: string,
): void {
  repository.insertStep(tx, {
    centre_id: to.centre_id,
    set_id: to.set_id,
    seq: to.steps,
    at: to.updated_at,
    act,
    from_state: from?.state ?? null,
    to_state: to.state,
    maker_id: to.maker_id ?? from?.maker_id ?? null,
    by_kind: actor.kind,
    by_id: actor.id,
    // What the system does by itself has nobody's name.
    by_name: actor.kind === 'system' ? '' : actor.name,
    note,
  });
  tell(tx, deps.clock, actor, events.moved, {
    subject: { kind: 'seals.set', id: to.set_id },
    payload: {
      setId: to.set_id,
      number: to.number,
      partyId: to.party_id,
      licenceId: to.licence_id,
      caseNo: to.case_no,
      makerId: to.maker_id,
      act,
      from: from?.state ?? null,
      to: to.state,
      way: to.way,
      version: to.version,
    },
    audit: note === '' ? {} : { note },
  });
}

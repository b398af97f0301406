import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  type BadAct,
  type BadCase,
  type BadState,
  type EvaluationSettings,
  type Finding,
  isOver,
  nextBadState,
} from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { badWentOn } from '../events.ts';
import * as records from '../repository-bad.ts';
import * as repository from '../repository.ts';
import { findRefusal } from '../rules/bad-duty.ts';
import { readSettings } from '../settings.ts';
import type { BadCaseRow, EvaluationRow, ServiceRow } from '../tables.ts';
import { limitOf } from './limits.ts';
import { toBadCase } from './view-bad.ts';
import { aroundOf, authoriseAct, whoActs } from './who.ts';

/** What stands still while one act is decided. */
export interface BadWork {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly row: BadCaseRow;
  readonly service: ServiceRow;
  readonly evaluation: EvaluationRow;
  readonly settings: EvaluationSettings;
  readonly today: Day;
  readonly now: Date;
}

export interface Decided {
  readonly changes?: Partial<BadCaseRow>;
  readonly note: string;
  readonly finding?: Finding;
  /** Where it goes on, when that is not said by the table. */
  readonly state?: BadState;
  /** Also makes the actor one of those who mended it, and may therefore not judge it. */
  readonly isHandling?: boolean;
  readonly audit?: Readonly<Record<string, unknown>>;
  /** What else is written, after the case. */
  readonly also?: (work: BadWork, after: BadCaseRow) => void;
}

export interface BadAttempt {
  readonly act: BadAct;
  readonly id: string;
  readonly version: number;
  readonly decide: (work: BadWork) => Decided | Promise<Decided>;
}

/** One step of the loop: authorise, load, decide by the table and the roles, write, tell. */
export async function actOnBad(
  deps: EvaluationDeps,
  actor: Actor,
  attempt: BadAttempt,
  once: Once,
): Promise<BadCase> {
  const { act, id } = attempt;
  const { centreId } = actor;
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await records.lockBadCase(tx, centreId, id));
    authoriseAct(actor, act, row);
    requireVersion(row, attempt.version);
    const [who, service, evaluation, settings, today] = await Promise.all([
      whoActs(deps, tx, actor),
      repository.findService(tx, centreId, row.service_id),
      repository.findEvaluation(tx, centreId, id),
      readSettings(tx, centreId),
      todayOf(deps, tx, centreId),
    ]);
    const refusal = findRefusal(act, aroundOf(row, today), who);
    if (refusal !== undefined) throw refusal;
    const work: BadWork = {
      tx,
      actor,
      row,
      service: orNotFound(service),
      evaluation: orNotFound(evaluation),
      settings,
      today,
      now: deps.clock.now(),
    };
    const after = await write(deps, work, act, await attempt.decide(work));
    const answer = await toBadCase(deps, tx, actor, after);
    once.claim(tx, answer);
    return answer;
  });
}

async function write(
  deps: EvaluationDeps,
  work: BadWork,
  act: BadAct,
  decided: Decided,
): Promise<BadCaseRow> {
  const { tx, actor, row, now } = work;
  const state = decided.state ?? nextBadState(act, row.state, decided.finding);
  const handlers = row.handlers as string[];
  const changed = { ...row, ...decided.changes, state };
  const after: BadCaseRow = {
    ...changed,
    is_open: !isOver(state),
    due_on: limitOf(state, changed).dueOn,
    handlers:
      decided.isHandling === true && !handlers.includes(actor.id)
        ? [...handlers, actor.id]
        : handlers,
    closed_at: isOver(state) ? now : null,
    version: row.version + 1,
  };
  records.updateBadCase(tx, after);
  records.insertStep(tx, {
    centre_id: row.centre_id,
    step_id: newId(),
    evaluation_id: row.evaluation_id,
    act,
    from_state: row.state,
    to_state: state,
    by_account: actor.id,
    by_name: actor.name,
    note: decided.note,
    at: now,
  });
  badWentOn({ tx, clock: deps.clock, actor }, work.service, after, act, {
    from: row.state,
    note: decided.note,
    ...decided.audit,
  });
  decided.also?.(work, after);
  return after;
}

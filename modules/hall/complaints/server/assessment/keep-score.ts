import { authorise, may, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type AssessmentItem,
  type ComplaintSettings,
  permissions,
  problems,
  type Score,
  type ScoreInput,
} from '../../contract.ts';
import { dueAfter } from '../complaints/limits.ts';
import { whoActs } from '../complaints/who.ts';
import type { ComplaintsDeps } from '../deps.ts';
import { scoreTold } from '../events.ts';
import * as repository from '../repository-scores.ts';
import { isHeavier } from '../rules/month.ts';
import { readSettings } from '../settings.ts';
import type { ScoreRow } from '../tables.ts';
import { loadScoreNames, toScore } from './view-scores.ts';

/** A fact that is scored: whom it concerns, and what it is known by so that it counts once. */
export interface Fact extends Omit<ScoreInput, 'item'> {
  readonly item: AssessmentItem;
  readonly subject: string;
  readonly isAutomatic: boolean;
}

/**
 * Writes a score. One fact scores once, by its heaviest item: a lighter one changes nothing, a heavier one takes the
 * place of what was there. Gives undefined when nothing changed.
 */
export async function writeScore(
  deps: ComplaintsDeps,
  tx: Tx,
  actor: Actor,
  fact: Fact,
  settings: ComplaintSettings,
): Promise<ScoreRow | undefined> {
  const { centreId } = actor;
  const known = await repository.lockScoreOf(tx, centreId, fact.subject);
  if (known !== undefined && !isHeavier(fact.item, { points: Number(known.points) }))
    return undefined;
  const today = await todayOf(deps, tx, centreId);
  const row: ScoreRow = {
    centre_id: centreId,
    score_id: known?.score_id ?? newId(),
    subject: fact.subject,
    item: fact.item.code,
    points: fact.item.points,
    scored_on: fact.on,
    person_id: fact.personId,
    window_id: fact.windowId,
    department_id: fact.departmentId,
    evidence: fact.evidence,
    is_automatic: fact.isAutomatic,
    state: 'stands',
    appeal_until: await dueAfter(deps, tx, centreId, today, settings.appealDays),
    appeal_text: '',
    decision: '',
    by_account: actor.id,
    by_name: fact.isAutomatic ? '' : actor.name,
    created_at: deps.clock.now(),
    version: (known?.version ?? 0) + 1,
  };
  if (known === undefined) repository.insertScore(tx, row);
  else repository.updateScore(tx, row);
  scoreTold({ tx, clock: deps.clock, actor }, row, 'scored');
  return row;
}

async function show(deps: ComplaintsDeps, db: Db, actor: Actor, row: ScoreRow): Promise<Score> {
  return toScore(row, actor, await loadScoreNames(deps, db, actor, [row]));
}

/** 考评登记 by hand, with its evidence. */
export async function keepScore(
  deps: ComplaintsDeps,
  actor: Actor,
  input: ScoreInput,
  once: Once,
): Promise<Score> {
  authorise(actor, permissions.assess.name);
  return deps.database.transaction(async (tx) => {
    const settings = await readSettings(tx, actor.centreId);
    const item = settings.items.find((one) => one.isOn && one.code === input.item);
    if (item === undefined) throw new ProblemError(problems.unknownItem);
    if (item.isEvidenceNeeded && input.evidence === '')
      throw new ProblemError(problems.evidenceMissing);
    if (input.personId === null && input.windowId === null && input.departmentId === null)
      throw new ProblemError(problems.missing, { what: '考评对象 / whom' });
    const person =
      input.personId === null
        ? undefined
        : orNotFound(await deps.staff.findPerson(tx, actor.centreId, input.personId));
    const fact: Fact = {
      ...input,
      departmentId: input.departmentId ?? person?.departmentId ?? null,
      item,
      subject: `manual/${newId()}`,
      isAutomatic: false,
    };
    const row = orNotFound(await writeScore(deps, tx, actor, fact, settings));
    const answer = await show(deps, tx, actor, row);
    once.claim(tx, answer);
    return answer;
  });
}

/** 考评申诉, by whom it concerns or the head of the unit, within three working days. */
export async function appealScore(
  deps: ComplaintsDeps,
  actor: Actor,
  id: string,
  reason: string,
  once: Once,
): Promise<Score> {
  if (!mayAnywhere(actor, permissions.appeal.name)) authorise(actor, permissions.appeal.name);
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockScore(tx, actor.centreId, id));
    const who = await whoActs(deps, tx, actor);
    if (!mayAppeal(actor, row, who.personId)) authorise(actor, permissions.appeal.name);
    if (row.state !== 'stands' || row.decision !== '') throw new ProblemError(problems.notAppealed);
    if (localDay(deps.clock.now()) > row.appeal_until)
      throw new ProblemError(problems.appealTooLate, { day: row.appeal_until });
    return write(deps, tx, actor, { ...row, state: 'appealed', appeal_text: reason }, once);
  });
}

export const mayAppeal = (actor: Actor, row: ScoreRow, ownPersonId: string | null): boolean =>
  may(actor, permissions.appeal.name, {
    departmentId: row.department_id,
    ownerId: ownPersonId !== null && ownPersonId === row.person_id ? actor.id : null,
  });

/** Says whether a score stands. One that is cancelled leaves the month, and with it the rank. */
export async function decideAppeal(
  deps: ComplaintsDeps,
  actor: Actor,
  id: string,
  { stands, reason }: { readonly stands: boolean; readonly reason: string },
  once: Once,
): Promise<Score> {
  authorise(actor, permissions.judge.name);
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockScore(tx, actor.centreId, id));
    if (row.state !== 'appealed') throw new ProblemError(problems.notAppealed);
    if (row.by_account === actor.id) throw new ProblemError(problems.ownScore);
    const state = stands ? 'stands' : 'cancelled';
    return write(deps, tx, actor, { ...row, state, decision: reason }, once);
  });
}

async function write(
  deps: ComplaintsDeps,
  tx: Tx,
  actor: Actor,
  changed: ScoreRow,
  once: Once,
): Promise<Score> {
  const after = { ...changed, version: changed.version + 1 };
  repository.updateScore(tx, after);
  scoreTold({ tx, clock: deps.clock, actor }, after, toldAs(after), after.decision);
  const answer = await show(deps, tx, actor, after);
  once.claim(tx, answer);
  return answer;
}

function toldAs({ state }: ScoreRow): 'appealed' | 'kept' | 'cancelled' {
  if (state === 'appealed') return 'appealed';
  return state === 'cancelled' ? 'cancelled' : 'kept';
}

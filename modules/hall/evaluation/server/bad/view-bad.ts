import { may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import {
  BadAct,
  type BadCase,
  type BadCaseSummary,
  permissions,
  type Text,
} from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { loadAround, toEvaluation } from '../look/view.ts';
import * as records from '../repository-bad.ts';
import * as repository from '../repository.ts';
import { findRefusal, type WhoActs } from '../rules/bad-duty.ts';
import type { BadCaseRow, EvaluationRow, ServiceRow } from '../tables.ts';
import { NEVER } from './limits.ts';
import { aroundOf, mayAct, whoActs } from './who.ts';

export interface SummaryAround {
  readonly directory: Directory;
  readonly services: ReadonlyMap<string, ServiceRow>;
  readonly ratedAt: ReadonlyMap<string, Date>;
  readonly today: Day;
}

export function toBadSummary(row: BadCaseRow, around: SummaryAround): BadCaseSummary {
  const department = around.directory.departments.byId.get(row.department_id ?? '');
  const window = around.directory.windows.byId.get(row.window_id ?? '');
  const matter = around.services.get(row.service_id)?.matter_name as Text | null | undefined;
  return {
    id: row.evaluation_id,
    number: row.number,
    state: row.state,
    grade: row.grade,
    ratedAt: (around.ratedAt.get(row.evaluation_id) ?? row.created_at).toISOString(),
    departmentId: row.department_id,
    departmentZh: department?.nameZh ?? '',
    departmentEn: department?.nameEn ?? '',
    windowNumber: window?.number ?? null,
    matterZh: matter?.zh ?? '',
    isNamed: row.is_named,
    dueOn: row.due_on === NEVER ? null : row.due_on,
    isOverdue: row.is_open && row.due_on < around.today,
    wasContactLate: row.was_contact_late,
  };
}

/** What the actor may do now, by the table, the roles and what is missing. */
function listMayDo(actor: Actor, row: BadCaseRow, who: WhoActs, today: Day): BadAct[] {
  const around = aroundOf(row, today);
  return BadAct.options.filter(
    (act) => mayAct(actor, act, row) && findRefusal(act, around, who) === undefined,
  );
}

/** One bad rating in full, for somebody who may see it. */
export async function toBadCase(
  deps: EvaluationDeps,
  db: Db,
  actor: Actor,
  row: BadCaseRow,
): Promise<BadCase> {
  const { centreId } = actor;
  const [found, steps, who, today] = await Promise.all([
    repository.findEvaluation(db, centreId, row.evaluation_id),
    records.listSteps(db, centreId, row.evaluation_id),
    whoActs(deps, db, actor),
    todayOf(deps, db, centreId),
  ]);
  const evaluation: EvaluationRow = orNotFound(found);
  const around = await loadAround(deps, db, centreId, [evaluation]);
  return {
    ...toBadSummary(row, {
      directory: around.names.directory,
      services: around.services,
      ratedAt: new Map([[row.evaluation_id, evaluation.rated_at]]),
      today,
    }),
    evaluation: toEvaluation(evaluation, around),
    finding: row.finding,
    complexity: row.complexity,
    contactDueOn: row.contact_due_on,
    rectifyDueOn: row.rectify_due_on,
    callBackDueOn: row.call_back_due_on,
    appealUntil: row.appeal_until,
    wasReopened: row.was_reopened,
    measures: row.measures,
    reply: row.reply,
    repliedAt: row.replied_at?.toISOString() ?? null,
    callBack: row.call_back,
    steps: steps.map((step) => ({
      act: step.act,
      at: step.at.toISOString(),
      by: step.by_name,
      to: step.to_state,
      note: step.note,
    })),
    mayDo: listMayDo(actor, row, who, today),
    mayReveal: mayReveal(actor, row, who) && evaluation.mobile_sealed !== null,
    version: row.version,
  };
}

/** Whoever was rated never sees the rater. */
export const mayReveal = (actor: Actor, row: BadCaseRow, who: WhoActs): boolean =>
  may(actor, permissions.reveal.name, { departmentId: row.department_id }) &&
  (who.personId === null || who.personId !== row.rated_person_id);

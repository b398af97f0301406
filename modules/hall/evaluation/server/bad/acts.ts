import type { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BadCase, type badBodies, problems } from '../../contract.ts';
import type { EvaluationDeps } from '../deps.ts';
import { badExcluded } from '../events.ts';
import * as repository from '../repository.ts';
import { findPersonal } from '../rules/personal.ts';
import { actOnBad, type BadAttempt } from './act.ts';
import { daysOf, dueAfter } from './limits.ts';

type Bodies = typeof badBodies;
type Body<A extends keyof Bodies> = z.output<Bodies[A]>;
type Act<A extends keyof Bodies> = (
  deps: EvaluationDeps,
  actor: Actor,
  id: string,
  body: Body<A>,
  once: Once,
) => Promise<BadCase>;

const attempt =
  <A extends keyof Bodies>(
    act: A,
    decide: (
      deps: EvaluationDeps,
      body: Body<A>,
      work: Parameters<BadAttempt['decide']>[0],
    ) => ReturnType<BadAttempt['decide']>,
  ): Act<A> =>
  (deps, actor, id, body, once) =>
    actOnBad(
      deps,
      actor,
      { act, id, version: body.version, decide: (work) => decide(deps, body, work) },
      once,
    );

/** 分派 to the unit that handles it, again as long as nobody has contacted the rater. */
export const assignBad = attempt('assign', async (deps, { departmentId, note }, { tx, row }) => {
  const { departments } = await deps.organisation.loadDirectory(tx, row.centre_id);
  const department = orNotFound(departments.byId.get(departmentId));
  return {
    changes: { department_id: department.id },
    note: note === '' ? department.nameZh : `${department.nameZh}：${note}`,
  };
});

/** 联系核实, within one working day; being late is kept. */
export const contactRater = attempt('contact', (_deps, { note }, { row, today, now }) => ({
  changes: { contacted_at: now, was_contact_late: today > row.contact_due_on },
  note,
  isHandling: true,
}));

/** What was found. Mistaken and malicious ratings go to the review: a unit never takes its own bad rating out. */
export const verifyBad = attempt('verify', async (deps, body, { tx, row, settings, today }) => {
  const needsReview = body.finding === 'mistaken' || body.finding === 'malicious';
  if (needsReview && row.was_reviewed) throw new ProblemError(problems.appealedOnce);
  const days = daysOf(body.complexity, settings);
  return {
    changes: {
      finding: body.finding,
      ...(body.finding === 'valid'
        ? {
            complexity: body.complexity,
            rectify_due_on: await dueAfter(deps, tx, row.centre_id, today, days),
          }
        : {}),
    },
    finding: body.finding,
    note: body.note,
    isHandling: true,
    audit: { finding: body.finding, complexity: body.complexity },
  };
});

export const rectifyBad = attempt('rectify', (_deps, { measures }, { row, today, now }) => ({
  changes: {
    measures,
    rectified_at: now,
    was_rectified_late: row.rectify_due_on !== null && today > row.rectify_due_on,
  },
  note: measures,
  isHandling: true,
}));

/** 反馈: the answer is published with the rating, so it names nobody. */
export const answerBad = attempt('answer', async (deps, { reply }, work) => {
  const found = findPersonal(reply);
  if (found.length > 0)
    throw new ProblemError(problems.personalInReply, { found: found.join('、') });
  const { tx, row, settings, today, now } = work;
  return {
    changes: {
      reply,
      replied_at: now,
      call_back_due_on: await dueAfter(deps, tx, row.centre_id, today, settings.callBackDays),
    },
    note: reply,
    isHandling: true,
    also: ({ evaluation }) => repository.updateEvaluation(tx, evaluation, { reply }),
  };
});

export const callBackRater = attempt('call-back', (_deps, { result, note }, { now }) => ({
  changes: { called_back_at: now, call_back: result },
  note,
  audit: { result },
}));

/** One more round, when the rater was not content. */
export const reopenBad = attempt('reopen', async (deps, { note }, work) => {
  const { tx, row, settings, today } = work;
  const days = daysOf(row.complexity ?? 'simple', settings);
  return {
    changes: {
      was_reopened: true,
      rectified_at: null,
      call_back: null,
      rectify_due_on: await dueAfter(deps, tx, row.centre_id, today, days),
    },
    note,
  };
});

export const closeBad = attempt('close', (_deps, { note }) => ({ note }));

export const appealBad = attempt('appeal', (_deps, { note }) => ({ note, isHandling: true }));

/** 复核维持: it goes on where it was, with the contact when that was not made yet. */
export const upholdBad = attempt('uphold', (_deps, { note }, { row }) => ({
  changes: { was_reviewed: true, finding: null },
  state: row.contacted_at === null ? 'assigned' : 'contacted',
  note,
}));

/** 复核剔除: out of every figure, with ground and reason; never deleted. */
export const excludeBad = attempt('exclude', (deps, { ground, note }, { tx, actor }) => ({
  changes: { was_reviewed: true },
  note,
  audit: { ground },
  also: ({ evaluation, service }, after) => {
    repository.updateEvaluation(tx, evaluation, {
      standing: 'excluded',
      exclusion: { ground, reason: note, by: actor.name },
    });
    badExcluded({ tx, clock: deps.clock, actor }, service, after, ground);
  },
}));

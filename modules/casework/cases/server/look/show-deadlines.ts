import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type DeadlineProof, permissions } from '../../contract.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { deadlinesOf } from '../row.ts';
import { stageOfFile } from '../rules/case-file.ts';
import { proveDeadlines } from '../rules/deadlines.ts';
import type { CaseRow } from '../tables.ts';
import { targetOf } from '../who.ts';

/** Which days count for each limit of a case, and why; counted now, from its dated facts. */
export async function getDeadlines(
  deps: CasesDeps,
  actor: Actor,
  id: string,
): Promise<DeadlineProof> {
  const { db } = deps.database;
  const row = orNotFound(await repository.findCase(db, actor.centreId, id));
  authorise(actor, permissions.view.name, targetOf(row.body));
  return proveCase(deps, db, row);
}

export async function proveCase(deps: CasesDeps, db: Db, row: CaseRow): Promise<DeadlineProof> {
  const counting = await loadCounting(deps, db, row.centre_id);
  const { body: file } = row;
  const { facts, terms } = file;
  const stage = stageOfFile(file);
  const now = deadlinesOf(file, counting);
  const limits = proveDeadlines({ facts, terms, stage }, counting.calendar, counting.today);
  return {
    today: counting.today,
    light: now.light,
    isStopped: now.isStopped,
    remainingDays: now.remainingDays ?? null,
    missingYears: [...now.missingYears],
    facts,
    terms: {
      statutory: terms.statutory,
      promised: terms.promised,
      mostExtension: terms.mostExtension,
      isJoint: terms.isJoint,
    },
    limits: limits.map(({ steps, ...limit }) => ({
      ...limit,
      days: steps.map((step) => ({
        day: step.day,
        kind: step.kind,
        ordinal: step.ordinal ?? null,
        holiday: step.name ?? null,
        specialIds: [...step.reasons],
        provisional: step.provisional,
      })),
    })),
  };
}

import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { job } from '#kernel/jobs/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { acceptanceDay } from '../acceptance.ts';
import { actIn } from '../act.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import { listDue } from '../repository-list.ts';

const BATCH = 200;

/**
 * What time alone does, shortly after each midnight and again in the morning, for a server that stood still: the
 * fifth day passed without an answer (视为受理, art. 32), papers that were to follow never came, an inspection fell
 * due. Each case is a transaction of its own.
 */
export const followTime = (deps: CasesDeps) =>
  job({
    name: 'cases.follow-time',
    title: { 'zh-CN': '办件时限处理', en: 'What the time does to cases' },
    payload: z.object({}),
    schedule: { cron: '1 0,6,12 * * *' },
    retry: { attempts: 5, backoffSeconds: 60 },
    key: () => 'follow-time',
    timeoutSeconds: 3_600,
    run: {
      mode: 'outside',
      handle: async (_payload, { actor, signal }) => {
        await forEachDue(deps, actor, 'notice', signal, deemAccepted);
        await forEachDue(deps, actor, 'supplement', signal, endTolerance);
        await forEachDue(deps, actor, 'inspection', signal, callInspection);
      },
    },
  });

type ActOnOne = (deps: CasesDeps, actor: Actor, id: string) => Promise<void>;

async function forEachDue(
  deps: CasesDeps,
  actor: Actor,
  due: Parameters<typeof listDue>[2],
  signal: AbortSignal,
  actOnOne: ActOnOne,
): Promise<void> {
  const { db } = deps.database;
  const { today } = await loadCounting(deps, db, actor.centreId);
  const seen = new Set<string>();
  for (;;) {
    const rows = await listDue(db, actor.centreId, due, today, BATCH);
    const fresh = rows.filter((row) => !seen.has(row.case_id));
    if (fresh.length === 0 || signal.aborted) return;
    for (const { case_id: id } of fresh) {
      seen.add(id);
      await unlessRefused(() => actOnOne(deps, actor, id));
    }
  }
}

/** Somebody was quicker, or a guard forbids it now: nothing is left to do for this case. */
async function unlessRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

/** 逾期不告知的，自收到申请材料之日起即为受理. */
const deemAccepted: ActOnOne = (deps, actor, id) =>
  deps.database.transaction(async (tx) => {
    await actIn(deps, tx, actor, {
      act: 'deem-accepted',
      id,
      decide: ({ around }) => {
        const { facts } = around.file;
        const acceptedOn = facts.receivedOn ?? acceptanceDay(around);
        return {
          isPublic: true,
          changes: {
            acceptMode: 'deemed',
            facts: { ...facts, acceptedOn },
          },
        };
      },
    });
  });

/** The promise to supply the rest was not kept: 终止办理 (退件). */
const endTolerance: ActOnOne = (deps, actor, id) =>
  deps.database.transaction(async (tx) => {
    const reason = '容缺材料逾期未补齐，终止办理';
    await actIn(deps, tx, actor, {
      act: 'terminate',
      id,
      typed: { reason, ground: 'supplement-overdue' },
      decide: ({ around: { file, today } }) => ({
        isPublic: true,
        note: reason,
        detail: { ground: 'supplement-overdue' },
        changes: {
          outcome: '5',
          outcomeReason: reason,
          facts: { ...file.facts, endedOn: today },
        },
      }),
    });
  });

const callInspection: ActOnOne = (deps, actor, id) =>
  deps.database.transaction(async (tx) => {
    await actIn(deps, tx, actor, {
      act: 'call-inspection',
      id,
      decide: ({ around: { file } }) => ({
        changes: {
          promise: file.promise && { ...file.promise, state: 'inspection-due', inspectBy: null },
        },
      }),
    });
  });

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  checkIndicators,
  type Indicator,
  permissions,
  problems,
  type Target,
  type TargetState,
} from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { targetChanged } from '../events.ts';
import { knownMeasures, loadTarget } from '../load.ts';
import * as repository from '../repository.ts';
import type { TargetRow } from '../tables.ts';
import { toIndicator, toIndicatorRow } from '../view.ts';

interface Act {
  readonly id: string;
  readonly version: number;
}

interface Step {
  readonly act: 'saved' | 'declared' | 'returned' | 'approved';
  readonly from: TargetState;
  /** Decides what becomes of the row; throws the refusal. */
  readonly decide: (tx: Tx, row: TargetRow) => Promise<Partial<TargetRow>>;
  readonly indicators?: readonly Indicator[];
}

/** The steps that every act on a target shares: lock, compare the editor's version, decide, write, tell. */
async function change(
  deps: PerformanceDeps,
  actor: Actor,
  { id, version }: Act,
  once: Once,
  step: Step,
): Promise<Target> {
  const { database, clock } = deps;
  return database.transaction(async (tx) => {
    const before = orNotFound(await repository.lockTarget(tx, actor.centreId, id));
    requireVersion(before, version);
    if (before.state !== step.from) throw new ProblemError(problems.wrongState);
    const decided = await step.decide(tx, before);
    const row = { ...before, ...decided, version: before.version + 1, updated_at: clock.now() };
    const indicators = step.indicators?.map((one, index) => toIndicatorRow(row, one, index));
    if (indicators !== undefined) repository.replaceIndicators(tx, row, indicators);
    repository.updateTarget(tx, row);
    targetChanged(tx, clock, actor, {
      act: step.act,
      before,
      after: row,
      ...(indicators === undefined ? {} : { indicators }),
    });
    const view = await loadTarget(deps, tx, row);
    once.claim(tx, view);
    return view;
  });
}

interface SaveTarget extends Act {
  readonly annualGoal: string;
  readonly indicators: readonly Indicator[];
}

/** Saves goal and indicators of a draft, whole. A draft may be unfinished; what is missing is shown. */
export async function saveTarget(
  deps: PerformanceDeps,
  actor: Actor,
  input: SaveTarget,
  once: Once,
): Promise<Target> {
  authorise(actor, permissions.draft.name);
  return change(deps, actor, input, once, {
    act: 'saved',
    from: 'draft',
    indicators: input.indicators,
    decide: async () => ({ annual_goal: input.annualGoal }),
  });
}

/** Declares a draft. Refused while weights do not add up, or an indicator can not be measured. */
export async function declareTarget(
  deps: PerformanceDeps,
  actor: Actor,
  input: Act,
  once: Once,
): Promise<Target> {
  authorise(actor, permissions.draft.name);
  return change(deps, actor, input, once, {
    act: 'declared',
    from: 'draft',
    decide: async (tx, row) => {
      await requireComplete(deps, tx, row);
      return {
        state: 'declared',
        returned_for: null,
        declared_by: actor.id,
        declared_by_name: actor.name,
      };
    },
  });
}

async function requireComplete(deps: PerformanceDeps, tx: Tx, row: TargetRow): Promise<void> {
  const indicators = await repository.listIndicators(tx, row.centre_id, [row.target_id]);
  const faults = checkIndicators(indicators.map(toIndicator), knownMeasures(deps));
  const goal = {
    index: -1,
    reason: { 'zh-CN': '没有填写年度目标。', en: 'There is no goal of the year.' },
  };
  const all = row.annual_goal === '' ? [goal, ...faults] : faults;
  const [first] = all;
  if (first === undefined) return;
  const { reason } = first;
  throw new ProblemError(
    problems.notComplete,
    { reason, count: all.length },
    { faults: all.map((one) => ({ path: `indicators.${one.index}`, reason: one.reason })) },
  );
}

/** Gives a declared target back to its makers. */
export async function returnTarget(
  deps: PerformanceDeps,
  actor: Actor,
  input: Act & { readonly reason: string },
  once: Once,
): Promise<Target> {
  authorise(actor, permissions.approve.name);
  return change(deps, actor, input, once, {
    act: 'returned',
    from: 'declared',
    decide: async () => ({ state: 'draft', returned_for: input.reason }),
  });
}

/** Approves a declared target. Who declared it may not. */
export async function approveTarget(
  deps: PerformanceDeps,
  actor: Actor,
  input: Act,
  once: Once,
): Promise<Target> {
  authorise(actor, permissions.approve.name);
  return change(deps, actor, input, once, {
    act: 'approved',
    from: 'declared',
    decide: async (_tx, row) => {
      if (row.declared_by === actor.id) throw new ProblemError(problems.samePerson);
      return { state: 'approved', approved_on: localDay(deps.clock.now()) };
    },
  });
}

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { Filing, FilingAct, Ground } from '../../contract.ts';
import type { PremisesDeps } from '../deps.ts';
import { tellFiling } from '../events.ts';
import { tellOperator } from '../messages.ts';
import * as repository from '../repository.ts';
import { decideAct, type Typed } from '../rules/decide-act.ts';
import type { CarrierRow, FilingRow } from '../tables.ts';
import { viewFiling } from '../view-filing.ts';
import type { Work } from '../work.ts';
import { type Loaded, loadAround } from './load-around.ts';

export interface FilingStep {
  readonly act: FilingAct;
  readonly id: string;
  readonly version: number;
  readonly typed?: Typed;
  readonly ground?: Ground | undefined;
  readonly reason?: string | undefined;
  /** Refuses who may not do it to this filing. */
  readonly allow: (work: Work, row: FilingRow, carrier: CarrierRow) => Promise<void>;
  /** What the act sets beside stage and standing. */
  readonly change?: (
    row: FilingRow,
    loaded: Loaded,
    work: Work,
    carrier: CarrierRow,
  ) => Promise<Partial<FilingRow>> | Partial<FilingRow>;
}

/** One act on one filing: load and lock, decide, write, tell. The answer is the filing as it is afterwards. */
export async function actOnFiling(
  deps: PremisesDeps,
  actor: Actor,
  step: FilingStep,
  once: Once,
): Promise<Filing> {
  return deps.database.transaction(async (tx) => {
    const work: Work = { deps, tx, actor };
    const row = orNotFound(await repository.lockFiling(tx, actor.centreId, step.id));
    const carrier = orNotFound(await repository.findCarrier(tx, actor.centreId, row.carrier_id));
    await step.allow(work, row, carrier);
    requireVersion(row, step.version);
    const after = await moveFiling(work, row, carrier, step);
    const view = await viewFiling(deps, tx, actor, after, carrier);
    once.claim(tx, view);
    return view;
  });
}

/** Decides and writes; the caller holds the row and has authorised. */
export async function moveFiling(
  work: Work,
  row: FilingRow,
  carrier: CarrierRow,
  step: Pick<FilingStep, 'act' | 'typed' | 'ground' | 'reason' | 'change'>,
): Promise<FilingRow> {
  const { deps, tx, actor } = work;
  const { act, typed = {}, ground, reason } = step;
  const loaded = await loadAround(deps, tx, actor, row, carrier);
  const next = decideAct(act, loaded.around, { ...typed, reason: reason ?? typed.reason });
  const now = deps.clock.now();
  const changes = (await step.change?.(row, loaded, work, carrier)) ?? {};
  const dueOn = next.stage === row.stage ? row.due_on : await dueOf(work, next.stage, loaded);
  const after: FilingRow = {
    ...row,
    stage: next.stage,
    standing: next.standing,
    stage_at: next.stage === row.stage ? row.stage_at : now,
    due_on: dueOn,
    ...changes,
    version: row.version + 1,
    updated_at: now,
  };
  repository.putFiling(tx, after);
  tellFiling(work, after, { act, ground, reason: reason ?? sayReasons(typed) });
  await tellOperator(work, after, act, reason ?? sayReasons(typed));
  return after;
}

const sayReasons = ({ reasons = [] }: Typed): string => reasons.map(({ text }) => text).join('；');

/** Working days that the town and the regulator have. */
async function dueOf(
  { deps, tx, actor }: Work,
  stage: FilingRow['stage'],
  { settings, day }: Loaded,
): Promise<string | null> {
  if (stage !== 'submitted' && stage !== 'regulator-check') return null;
  const calendar = await deps.calendar.getCalendar(tx, actor.centreId);
  const days = stage === 'submitted' ? settings.townDays : settings.regulatorDays;
  return calendar.addWorkingDays(day.today, days).dueOn;
}

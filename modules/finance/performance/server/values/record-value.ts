import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { MANUAL, permissions, problems, readDecimal, type Target } from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { valueRecorded } from '../events.ts';
import { EVIDENCE } from '../evidence.ts';
import { loadTarget } from '../load.ts';
import * as repository from '../repository.ts';
import { type Span, spanOfYear } from '../span.ts';
import type { IndicatorRow, ValueRow } from '../tables.ts';

interface NewValue {
  readonly indicatorId: string;
  readonly value: string;
  readonly asOf: string;
  readonly evidence: string;
  readonly fileId: string | null;
}

/** Records what a manual indicator has reached, with its evidence. Earlier values stay as they were recorded. */
export async function recordValue(
  deps: PerformanceDeps,
  actor: Actor,
  targetId: string,
  input: NewValue,
  once: Once,
): Promise<Target> {
  authorise(actor, permissions.draft.name);
  const { database, clock } = deps;
  return database.transaction(async (tx) => {
    const target = orNotFound(await repository.lockTarget(tx, actor.centreId, targetId));
    const indicators = await repository.listIndicators(tx, actor.centreId, [targetId]);
    const indicator = orNotFound(indicators.find((one) => one.indicator_id === input.indicatorId));
    requireManual(indicator, input.value);
    requireWithin(input.asOf, spanOfYear(clock, target.year));
    const row: ValueRow = {
      centre_id: actor.centreId,
      value_id: newId(clock),
      target_id: targetId,
      indicator_id: input.indicatorId,
      value: input.value,
      as_of: input.asOf,
      evidence: input.evidence,
      file_id: input.fileId,
      file_name: await hangFile(deps, tx, actor, targetId, input.fileId),
      by_id: actor.id,
      by_name: actor.name,
      at: clock.now(),
    };
    repository.insertValue(tx, row);
    valueRecorded(tx, clock, actor, row);
    const view = await loadTarget(deps, tx, target);
    once.claim(tx, view);
    return view;
  });
}

/** Ten-thousandths of a hundred percent. */
const WHOLE = 1_000_000n;

function requireManual({ level3, measure, sign }: IndicatorRow, value: string): void {
  if (measure !== MANUAL) throw new ProblemError(problems.notManual, { indicator: level3 });
  const read = readDecimal(value);
  if (read === undefined || (sign === 'qualitative' && read > WHOLE))
    throw new ProblemError(problems.noValue, { indicator: level3 });
}

export function requireWithin(day: string, { from, until }: Span): void {
  if (day < from || day > until) throw new ProblemError(problems.dayOutside, { day, from, until });
}

async function hangFile(
  { files }: PerformanceDeps,
  tx: Tx,
  actor: Actor,
  targetId: string,
  fileId: string | null,
): Promise<string> {
  if (fileId === null) return '';
  await files.attach(tx, actor, fileId, EVIDENCE, { kind: 'performance.target', id: targetId });
  return (await files.getFile(tx, actor, fileId, EVIDENCE)).name;
}

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type EditionSummary, type Finding, permissions, problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { listHeads } from '../repository-editions.ts';
import type { EditionRow } from '../tables.ts';
import { changeEdition } from './change-edition.ts';
import { findFindings } from './find-findings.ts';
import { putInForce } from './put-in-force.ts';

interface Publication {
  readonly version: number;
  readonly validFrom?: Day | undefined;
  readonly validUntil?: Day | undefined;
}

/**
 * Publishes a submitted draft from today or a later day; the edition before it ends the day before. Refuses who
 * drafted it (two people answer for what the public reads), and an edition that breaks a rule.
 */
export async function publishEdition(
  deps: MattersDeps,
  actor: Actor,
  id: string,
  input: Publication,
  once: Once,
): Promise<EditionSummary> {
  const act = { id, version: input.version, permission: permissions.publish, once } as const;
  return changeEdition(deps, actor, { ...act, from: 'in-review' }, async (tx, locked) => {
    const { before, matter, today } = locked;
    refuseDrafter(actor, before);
    const days = { validFrom: input.validFrom ?? today, validUntil: input.validUntil ?? null };
    if (days.validFrom < today) throw new ProblemError(problems.startsInPast, { today });
    if (days.validUntil !== null && days.validUntil < days.validFrom)
      throw new ProblemError(problems.endsBeforeStart);
    await refuseLater(tx, before, days.validFrom);
    refuseFindings(await findFindings(deps, tx, before, days.validFrom));
    return putInForce(deps, tx, actor, { matter, edition: before, ...days });
  });
}

function refuseDrafter(actor: Actor, { created_by, saved_by, saved_by_name }: EditionRow): void {
  if (actor.id === created_by || actor.id === saved_by)
    throw new ProblemError(problems.ownDraft, { who: actor.name || saved_by_name });
}

/** Editions follow each other: none starts before one that is published already. */
async function refuseLater(tx: Tx, { centre_id, matter_id }: EditionRow, from: Day): Promise<void> {
  const heads = await listHeads(tx, centre_id, [matter_id]);
  const later = heads.find(
    ({ state, valid_from: start }) => state === 'published' && start !== null && start > from,
  );
  if (later !== undefined)
    throw new ProblemError(problems.laterEdition, { day: later.valid_from ?? '' });
}

function refuseFindings(findings: readonly Finding[]): void {
  const errors = findings.filter(({ weight }) => weight === 'error');
  const [first] = errors;
  if (first === undefined) return;
  throw new ProblemError(
    problems.hasFindings,
    { count: errors.length, first: first.sentence },
    { more: { findings: errors.slice(0, 100) } },
  );
}

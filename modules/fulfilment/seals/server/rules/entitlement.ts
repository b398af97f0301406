import type { Day } from '#kernel/clock/day.ts';
import type { ProblemKind } from '#kernel/problems/contract.ts';

import { problems, type SetState, type Settings } from '../../contract.ts';

/** A set that a firm has or had. */
export interface PriorSet {
  readonly number: string;
  readonly state: SetState;
  readonly appliedOn: Day | null;
  readonly claimUntil: Day;
}

export interface Candidate {
  readonly uscc: string;
  readonly licensedOn: Day | undefined;
  readonly claimUntil: Day | undefined;
  readonly today: Day;
  readonly prior: PriorSet | undefined;
}

export interface Refusal {
  readonly kind: ProblemKind;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Whether a firm is entitled to its free set: a firm of this district, licensed, within the months to claim, and without a
 * set before. Gives the first reason against it.
 */
export function decideEntitlement(
  { uscc, licensedOn, claimUntil, today, prior }: Candidate,
  settings: Settings,
): Refusal | undefined {
  const refuse = (kind: ProblemKind, values: Refusal['values'] = {}): Refusal => ({
    kind,
    values: { uscc, ...values },
  });
  if (prior !== undefined && prior.state !== 'eligible')
    return refuse(problems.alreadyHad, {
      day: prior.appliedOn ?? prior.claimUntil,
      number: prior.number,
    });
  if (!settings.firmKinds.some((kind) => uscc.startsWith(kind))) return refuse(problems.notAFirm);
  if (!settings.divisions.includes(uscc.slice(2, 8))) return refuse(problems.notInDistrict);
  if (licensedOn === undefined || claimUntil === undefined) return refuse(problems.noLicence);
  return today > claimUntil ? refuse(problems.tooLate, { day: claimUntil }) : undefined;
}

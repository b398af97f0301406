import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { Pick } from '../contract.ts';
import type { PremisesDeps } from './deps.ts';
import {
  type CaseOfUse,
  type ForApplicant,
  type PickedPremises,
  identifySubject,
  type NewSubject,
  recordUses,
  requireUsable,
  settleCase,
} from './uses/use-premises.ts';

/** What a case may ask of the premises register (一次备案、重复调用). All run in its transaction; it has authorised. */
export interface PremisesApi {
  /**
   * Holds the units and checks that they can be used by the applicant. Answers, in the order of the question, with the
   * references that the case is to keep. Throws `premises/unusable` with every reason, `premises/unit-unknown`,
   * `premises/seat-kept`. Call it before numbers are taken.
   */
  requireUsable(
    tx: Tx,
    applicant: ForApplicant,
    picked: readonly PickedPremises[],
  ): Promise<Pick[]>;
  /** Writes the uses of a case down; what it picked before and not now is freed. */
  recordUses(tx: Tx, actor: Actor, of: CaseOfUse, picked: readonly PickedPremises[]): Promise<void>;
  /** The case was granted: its subjects move in. Else the units are free again. May be repeated. */
  settleCase(
    tx: Tx,
    actor: Actor,
    outcome: { readonly caseId: string; readonly isGranted: boolean },
  ): Promise<void>;
  /** The subject that the case set up has its credit code, and its name as registered. May be repeated. */
  identifySubject(tx: Tx, actor: Actor, subject: NewSubject): Promise<void>;
}

export function createPremisesApi(deps: PremisesDeps): PremisesApi {
  return {
    requireUsable: (tx, applicant, picked) => requireUsable(deps, tx, applicant, picked),
    recordUses: (tx, actor, of, picked) => recordUses(deps, tx, actor, of, picked),
    settleCase: (tx, actor, outcome) => settleCase(deps, tx, actor, outcome),
    identifySubject: (tx, actor, subject) => identifySubject(deps, tx, actor, subject),
  };
}

import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type CaseAct,
  type CaseState,
  type GuardName,
  isLawful,
  problems,
  progressOf,
  stateWords,
  transitions,
} from '../../contract.ts';
import type { Around, Typed } from './around.ts';
import * as handling from './guards-handling.ts';
import * as intake from './guards-intake.ts';
import * as result from './guards-result.ts';

type Guard = intake.Guard;

/** The function behind each name of the transition table, and whether it can be asked before anything is typed. */
export const guards: Readonly<
  Record<GuardName, { readonly check: (act: CaseAct) => Guard; readonly isStanding: boolean }>
> = {
  'form-complete': standing(intake.formComplete),
  'papers-complete': typed(intake.papersComplete),
  'tolerance-lawful': typed(intake.toleranceLawful),
  'promise-lawful': typed(intake.promiseLawful),
  'notice-in-time': standing(intake.noticeInTime),
  'only-new-defects': typed(intake.onlyNewDefects),
  'not-collected-elsewhere': standing(intake.notCollectedElsewhere),
  'notice-overdue': standing(intake.noticeOverdue),
  'authority-named': typed(intake.authorityNamed),
  'reason-given': typed(intake.reasonGiven),
  'kind-of-procedure-lawful': typed(handling.kindOfProcedureLawful),
  'procedure-open': typed(handling.procedureOpen),
  'extension-lawful': typed(handling.extensionLawful),
  'limit-not-passed': standing(handling.limitNotPassed),
  'opinion-open': typed(handling.opinionOpen),
  'examiner-takes-part-once': typed(handling.examinerTakesPartOnce),
  examined: standing(handling.examined),
  'place-checked': standing(handling.placeChecked),
  'supplements-in': standing(handling.supplementsIn),
  'third-parties-informed': standing(handling.thirdPartiesInformed),
  'decider-not-examiner': standing(handling.deciderNotExaminer),
  'prerequisites-approved': standing(handling.prerequisitesApproved),
  'reason-and-remedy': typed(handling.reasonAndRemedy),
  'delivery-proved': typed(result.deliveryProved),
  'delivery-offered': typed(result.deliveryOffered),
  'dossier-complete': standing(result.dossierComplete),
  'ground-to-terminate': typed(handling.groundToTerminate),
  'permit-was-granted': standing(result.permitWasGranted),
  'decision-was-made': standing(result.decisionWasMade),
  'on-promise': standing(result.onPromise),
  'proxy-stage': { check: result.proxyStageFor, isStanding: true },
};

function standing(guard: Guard) {
  return { check: () => guard, isStanding: true };
}

function typed(guard: Guard) {
  return { check: () => guard, isStanding: false };
}

/** Refuses an act that the state does not know, or that a guard forbids. */
export function requireLawful(act: CaseAct, around: Around, given: Typed): void {
  const { state } = around.file;
  if (!isLawful(act, state)) throw notLawful(act, state);
  if (!isForKind(act, around))
    throw around.file.kind === 'parent'
      ? new ProblemError(problems.isParent)
      : notLawful(act, state);
  for (const name of transitions[act].guards) {
    const refusal = guards[name].check(act)(around, given);
    if (refusal) throw refusal;
  }
}

const OF_PARENTS: ReadonlySet<CaseAct> = new Set([
  'follow-children',
  'write-message',
  'assign',
  'archive',
]);

/** A joint case follows its parts; what is decided is decided there. */
export const isForKind = (act: CaseAct, { file }: Around): boolean =>
  file.kind === 'parent' ? OF_PARENTS.has(act) : act !== 'follow-children';

/** What stands in the way of an act before anything is typed; undefined when it may be tried. */
export function findBlocker(act: CaseAct, around: Around): ProblemError | undefined {
  for (const name of transitions[act].guards) {
    const guard = guards[name];
    const refusal = guard.isStanding ? guard.check(act)(around, {}) : undefined;
    if (refusal) return refusal;
  }
  return undefined;
}

function notLawful(act: CaseAct, state: CaseState): ProblemError {
  return new ProblemError(problems.notLawful, {
    state: stateWords[state],
    act: transitions[act].title,
  });
}

/** Where an act leads. */
export function nextState(act: CaseAct, around: Around): CaseState {
  const { to } = transitions[act];
  const { file, children } = around;
  switch (to) {
    case 'same':
      return file.state;
    case 'before':
      return (act === 'end-special' ? file.before : file.beforeWithdrawal) ?? file.state;
    case 'children':
      return leastOf(children.map(({ state }) => state)) ?? file.state;
    default:
      return to;
  }
}

/** The state of the child that has come least far: 2 received, 3 handling, 4 done. */
function leastOf(states: readonly CaseState[]): CaseState | undefined {
  const least = Math.min(...states.map(progressOf));
  if (states.length === 0) return undefined;
  if (least >= 4) return 'delivered';
  return least === 3 ? 'reviewing' : 'received';
}

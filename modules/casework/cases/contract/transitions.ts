import type { CaseAct, Step } from './acts.ts';
import type { CaseState } from './states.ts';
import { handlingSteps } from './transitions-handling.ts';
import { intakeSteps } from './transitions-intake.ts';
import { resultSteps } from './transitions-result.ts';

/** Every lawful step of a case. What is not in this table cannot happen. */
export const transitions: Readonly<Record<CaseAct, Step>> = {
  ...intakeSteps,
  ...handlingSteps,
  ...resultSteps,
};

/** Whether the act exists in this state at all. */
export const isLawful = (act: CaseAct, state: CaseState): boolean => {
  const { from } = transitions[act];
  return from !== 'nothing' && from.includes(state);
};

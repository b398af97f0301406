import type { CaseState } from './states.ts';

/** An application lies with the authority, which owes an answer within five working days. */
export const INTAKE: readonly CaseState[] = ['submitted', 'received', 'corrected'];
/** Accepted and not decided, with nothing that stops the work. */
export const HANDLING: readonly CaseState[] = ['accepted', 'reviewing'];
/** Approved, and the permit is on its way to the applicant. */
export const DECIDED: readonly CaseState[] = ['approved', 'certifying', 'ready', 'delivering'];
/** Everything before a decision that the applicant can still call off. */
export const RUNNING: readonly CaseState[] = [...INTAKE, 'correcting', ...HANDLING, 'special'];

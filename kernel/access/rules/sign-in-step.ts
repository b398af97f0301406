import type { SessionStep } from '../tables.ts';

export interface StepFacts {
  /** Whether a code generator or a passkey is enrolled. */
  readonly hasFactor: boolean;
  readonly isFactorProven: boolean;
  /** A role, the account or the centre's settings ask for a second factor. */
  readonly isFactorDemanded: boolean;
  /** The password is a one-time one, or too old. */
  readonly mustChangePassword: boolean;
}

/**
 * What a sign-in still needs. An enrolled factor comes before the change of a one-time password: whoever
 * got hold of the password alone must not be able to replace it.
 */
export function nextStep(facts: StepFacts): SessionStep {
  if (facts.hasFactor && !facts.isFactorProven) return 'second-factor';
  if (facts.mustChangePassword) return 'change-password';
  if (!facts.hasFactor && facts.isFactorDemanded) return 'enrol-factor';
  return 'complete';
}

/** Whether the password has outlived the centre's rule; 0 days means that none does. */
export function isPasswordOld(changedAt: Date | null, maxAgeDays: number, now: Date): boolean {
  if (maxAgeDays === 0 || changedAt === null) return false;
  return now.getTime() - changedAt.getTime() > maxAgeDays * 86_400_000;
}

/** Whether a session's way of signing in (`password+totp`, `passkey`) held two factors. */
export function isFactorProven(method: string): boolean {
  return method.includes('+') || method === 'passkey';
}

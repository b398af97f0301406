/** How often sign-in failed in a row, and until when it is refused. */
export interface Attempts {
  readonly failures: number;
  readonly lockedUntil: Date | null;
  readonly lastAttemptAt: Date;
}

export interface LockRules {
  readonly lockAfterFailures: number;
  readonly firstLockSeconds: number;
  readonly longestLockMinutes: number;
}

export type AttemptDecision =
  | { readonly isAllowed: false; readonly secondsLeft: number }
  | { readonly isAllowed: true; readonly next: Attempts };

const FORGOTTEN_AFTER_MS = 86_400_000;

/**
 * Whether one more attempt may be made. It is counted as failed before it is checked, so that many
 * attempts at once cannot pass the limit together; a success clears the count. From the limit on, each
 * failure locks for twice as long as the one before (GB/T 22239-2019: 登录失败处理).
 */
export function decideAttempt(
  before: Attempts | undefined,
  now: Date,
  rules: LockRules,
): AttemptDecision {
  const time = now.getTime();
  if (before?.lockedUntil && before.lockedUntil.getTime() > time) {
    return {
      isAllowed: false,
      secondsLeft: Math.ceil((before.lockedUntil.getTime() - time) / 1000),
    };
  }
  const isRecent =
    before !== undefined && time - before.lastAttemptAt.getTime() < FORGOTTEN_AFTER_MS;
  const failures = (isRecent ? before.failures : 0) + 1;
  const seconds = lockSeconds(failures, rules);
  const lockedUntil = seconds === 0 ? null : new Date(time + seconds * 1000);
  return { isAllowed: true, next: { failures, lockedUntil, lastAttemptAt: now } };
}

/** How long the n-th failure in a row locks, in seconds. */
export function lockSeconds(failures: number, rules: LockRules): number {
  if (failures < rules.lockAfterFailures) return 0;
  const doubled = rules.firstLockSeconds * 2 ** Math.min(failures - rules.lockAfterFailures, 30);
  return Math.min(doubled, rules.longestLockMinutes * 60);
}

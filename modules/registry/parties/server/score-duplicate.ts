import type { DuplicateReason } from '../contract.ts';

const WEIGHTS: Readonly<Record<DuplicateReason, number>> = {
  'same-number': 90,
  'temporary-card': 5,
  'legacy-number': 5,
  'same-name-and-phone': 60,
  'same-firm-name': 30,
  'same-birthday': 20,
  'different-numbers': -60,
};

/** How likely two records are one party, 0 to 100: the sum of what speaks for and against it. */
export function scoreOf(reasons: readonly DuplicateReason[]): number {
  const sum = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0);
  return Math.max(0, Math.min(100, sum));
}

import type { Verification } from '../contract.ts';
import type { VerificationRow } from './tables.ts';

const STRENGTH: Readonly<Record<Verification, number>> = { none: 0, window: 1, 'real-name': 2 };

/** How surely it is them, by all verifications that were not withdrawn. */
export function strongest(
  rows: ReadonlyArray<Pick<VerificationRow, 'level' | 'withdrawn_at'>>,
): Verification {
  return rows
    .filter((row) => row.withdrawn_at === null)
    .reduce<Verification>(
      (best, { level }) => (STRENGTH[level] > STRENGTH[best] ? level : best),
      'none',
    );
}

/** Whether one level is at least as sure as another. */
export function isAtLeast(level: Verification, wanted: Verification): boolean {
  return STRENGTH[level] >= STRENGTH[wanted];
}

import type { Day } from '#kernel/clock/day.ts';

import type { CaseSettings } from '../../contract.ts';

/** How long a dossier is kept: null years for ever. */
export interface Retention {
  readonly years: number | null;
  /** The last day of it. */
  readonly until: Day | null;
}

/**
 * 保管期限 counts from the 1st of January after the dossier was closed, in whole years; nought stands for ever
 * (国家档案局令第8号: 永久, 30 years, 10 years; which of them is the centre’s to set).
 */
export function retentionOf(
  { retentionGrantedYears, retentionOtherYears }: CaseSettings,
  closed: { readonly on: Day; readonly isGranted: boolean },
): Retention {
  const years = closed.isGranted ? retentionGrantedYears : retentionOtherYears;
  if (years === 0) return { years: null, until: null };
  return { years, until: `${Number(closed.on.slice(0, 4)) + years}-12-31` };
}

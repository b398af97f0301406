import type { Db } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import { type PaymentProgress, scoreExecution } from '../contract.ts';
import type { PerformanceDeps } from './deps.ts';
import type { TargetRow } from './tables.ts';

export interface Paid {
  readonly limitFen: bigint;
  readonly paidFen: bigint;
}

/** What a project may spend and was paid, at the end of a day or now. */
export function readPayment(
  { contracts }: PerformanceDeps,
  db: Db,
  row: Pick<TargetRow, 'centre_id' | 'year' | 'project_code'>,
  onDay?: string,
): Promise<Paid> {
  return contracts.getProgress(db, row.centre_id, {
    year: row.year,
    code: row.project_code,
    ...(onDay === undefined ? {} : { onDay }),
  });
}

export function showPayment({ limitFen, paidFen }: Paid): PaymentProgress {
  const hundredths = limitFen <= 0n ? undefined : (paidFen * 20_000n + limitFen) / (limitFen * 2n);
  return {
    limit: toYuanText(limitFen),
    paid: toYuanText(paidFen),
    rate:
      hundredths === undefined
        ? ''
        : `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`,
    score: scoreExecution(paidFen, limitFen),
  };
}

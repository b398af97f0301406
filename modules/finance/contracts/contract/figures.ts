import { toYuanText } from '#kernel/money/fen.ts';

import { type Figures, limitOf, NOTHING } from './ledger.ts';
import { shareText } from './rules.ts';
import type { FiguresShown } from './shapes.ts';

/** Figures of several lines added up. */
export function addFigures(all: Iterable<Figures>): Figures {
  let sum = NOTHING;
  for (const one of all)
    sum = {
      approvedFen: sum.approvedFen + one.approvedFen,
      adjustedFen: sum.adjustedFen + one.adjustedFen,
      buckets: {
        available: sum.buckets.available + one.buckets.available,
        reserved: sum.buckets.reserved + one.buckets.reserved,
        committed: sum.buckets.committed + one.buckets.committed,
        due: sum.buckets.due + one.buckets.due,
        paid: sum.buckets.paid + one.buckets.paid,
      },
    };
  return sum;
}

/** Figures as they are sent. */
export function showFigures(figures: Figures): FiguresShown {
  const { approvedFen, adjustedFen, buckets } = figures;
  const limit = limitOf(figures);
  return {
    approved: toYuanText(approvedFen),
    adjusted: toYuanText(adjustedFen),
    limit: toYuanText(limit),
    available: toYuanText(buckets.available),
    reserved: toYuanText(buckets.reserved),
    committed: toYuanText(buckets.committed),
    due: toYuanText(buckets.due),
    paid: toYuanText(buckets.paid),
    progress: shareText(buckets.paid, limit),
  };
}

import { type Figures, NOTHING } from '../contract.ts';
import type { LegSum } from './repository.ts';
import type { LineRow } from './tables.ts';

export function toFigures(row: LineRow): Figures {
  return {
    approvedFen: row.approved_fen,
    adjustedFen: row.adjusted_fen,
    buckets: {
      available: row.available_fen,
      reserved: row.reserved_fen,
      committed: row.committed_fen,
      due: row.due_fen,
      paid: row.paid_fen,
    },
  };
}

export function toColumns({ approvedFen, adjustedFen, buckets }: Figures) {
  return {
    approved_fen: approvedFen,
    adjusted_fen: adjustedFen,
    available_fen: buckets.available,
    reserved_fen: buckets.reserved,
    committed_fen: buckets.committed,
    due_fen: buckets.due,
    paid_fen: buckets.paid,
  };
}

/** The figures of each line rebuilt from what its legs add up to. */
export function rebuild(sums: readonly LegSum[]): Map<string, Figures> {
  const lines = new Map<string, Figures>();
  for (const { line_id, side, kind, crosses, fen } of sums) {
    const before = lines.get(line_id) ?? NOTHING;
    if (side === 'grant') {
      const limit = kind === 'opening' ? 'approvedFen' : 'adjustedFen';
      lines.set(line_id, { ...before, [limit]: before[limit] - fen });
      continue;
    }
    const buckets = { ...before.buckets, [side]: before.buckets[side] + fen };
    const adjustedFen = before.adjustedFen + (crosses ? fen : 0n);
    lines.set(line_id, { ...before, buckets, adjustedFen });
  }
  return lines;
}

/** How a line is called: its part where it has one, else its project, else its codes. */
export function nameOfLine(row: LineRow): string {
  if (row.project_name === '') return `${row.func_code} ${row.econ_code} ${row.part}`.trim();
  return row.part === '' ? row.project_name : `${row.project_name}·${row.part}`;
}

import type { Actor } from '../access/contract-actor.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { tell } from '../events/tell.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { events, problems } from './contract.ts';
import type { Importer } from './importer.ts';
import { planImport } from './plan.ts';
import type { RawRow } from './raw-row.ts';

export interface ImportOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Imports a sheet in one transaction: every row, or none. Refuses with the count when a cell is bad. */
export async function runImport(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  importer: Importer,
  fileName: string,
  rows: readonly RawRow[],
): Promise<ImportOutcome> {
  return deps.database.transaction(async (tx) => {
    const plan = await planImport(tx, actor.centreId, importer, rows);
    if (plan.faults.length > 0) {
      throw new ProblemError(
        problems.hasFaults,
        { count: plan.faults.length },
        { more: { cells: plan.faults.slice(0, 200) } },
      );
    }
    await importer.write(tx, actor, plan.changes);
    const created = plan.changes.filter((change) => change.before === undefined).length;
    const updated = plan.changes.length - created;
    tell(tx, deps.clock, actor, events.applied, {
      subject: { kind: 'imports.sheet', id: importer.name },
      payload: { importer: importer.name, fileName, created, updated },
    });
    return { created, updated, unchanged: plan.unchanged };
  });
}

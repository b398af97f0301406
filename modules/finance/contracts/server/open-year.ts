import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type ApprovedLine, permissions, problems } from '../contract.ts';
import type { ContractsDeps } from './deps.ts';
import { recordsTaken } from './events.ts';
import { ledgerOver, openLedger } from './ledger.ts';
import * as repository from './repository.ts';
import type { LineRow } from './tables.ts';

export interface Opened {
  readonly opened: number;
  readonly adjusted: number;
}

/** Opens the ledger of a year from the approved budget, or follows a newer version of it: the difference of each line. */
export async function openYear(
  deps: ContractsDeps,
  actor: Actor,
  year: number,
  once: Once,
): Promise<Opened> {
  authorise(actor, permissions.manageRules.name);
  const { budgetLines } = deps;
  return deps.database.transaction(async (tx) => {
    const approved = (await budgetLines?.listApproved(tx, actor.centreId, year)) ?? [];
    if (approved.length === 0) throw new ProblemError(problems.noBudget, { year });
    const outcome = await openLines(deps, tx, actor, year, approved);
    once.claim(tx, outcome);
    return outcome;
  });
}

/** Lines that are new are opened with what was approved; lines that are there move by the difference. */
export async function openLines(
  deps: Pick<ContractsDeps, 'clock'>,
  tx: Tx,
  actor: Actor,
  year: number,
  approved: readonly ApprovedLine[],
): Promise<Opened> {
  const { centre } = await centreDay(deps, tx, actor.centreId);
  const current = await repository.listLines(tx, actor.centreId, year);
  const byKey = new Map(current.map((row) => [row.line_key, row]));
  const fresh = approved.filter((line) => !byKey.has(line.key));
  const rows = fresh.map((line) =>
    toRow(line, newId(deps.clock), {
      centreId: actor.centreId,
      year,
      isDemonstration: centre?.isDemonstration ?? false,
    }),
  );
  for (const row of rows) repository.insertLine(tx, row);
  const ledger = ledgerOver(deps, tx, actor, rows);
  for (const [at, { line_id: lineId, paper }] of rows.entries()) {
    const amountFen = fresh[at]?.amountFen ?? 0n;
    if (amountFen === 0n) continue;
    ledger.post(
      {
        kind: 'opening',
        from: { lineId, side: 'grant' },
        to: { lineId, side: 'available' },
        amountFen,
      },
      { day: `${year}-01-01`, documentId: null, text: paper },
    );
  }
  await ledger.write();
  const adjusted = await adjustLines(deps, tx, actor, approved, byKey);
  recordsTaken(tx, deps.clock, actor, `lines ${year}`, approved.length);
  return { opened: rows.length, adjusted };
}

/** What a newer version changes on lines that are open already. */
async function adjustLines(
  deps: Pick<ContractsDeps, 'clock'>,
  tx: Tx,
  actor: Actor,
  approved: readonly ApprovedLine[],
  byKey: ReadonlyMap<string, LineRow>,
): Promise<number> {
  // What documents adjusted or transferred since stays as it is: only the budget's own figures are followed.
  const followed = await repository.sumFollowed(tx, actor.centreId);
  const changed = approved.flatMap((line) => {
    const row = byKey.get(line.key);
    const before = row === undefined ? 0n : row.approved_fen + (followed.get(row.line_id) ?? 0n);
    const by = line.amountFen - before;
    return row === undefined || by === 0n
      ? []
      : [{ lineId: row.line_id, by, paper: line.document }];
  });
  const ledger = await openLedger(
    deps,
    tx,
    actor,
    changed.map((one) => one.lineId),
  );
  const { today: day } = await centreDay(deps, tx, actor.centreId);
  for (const { lineId, by, paper } of changed) {
    const grant = { lineId, side: 'grant' } as const;
    const available = { lineId, side: 'available' } as const;
    const [from, to] = by > 0n ? [grant, available] : [available, grant];
    const amountFen = by > 0n ? by : -by;
    ledger.post(
      { kind: 'adjustment', from, to, amountFen },
      { day, documentId: null, text: paper },
    );
  }
  await ledger.write();
  return changed.length;
}

function toRow(
  line: ApprovedLine,
  lineId: string,
  of: { readonly centreId: number; readonly year: number; readonly isDemonstration: boolean },
): LineRow {
  return {
    centre_id: of.centreId,
    line_id: lineId,
    year: of.year,
    line_key: line.key,
    project_code: line.projectCode,
    project_name: line.projectName,
    part: line.part,
    func_code: line.funcCode,
    econ_code: line.econCode,
    paper: line.document,
    approved_fen: 0n,
    adjusted_fen: 0n,
    available_fen: 0n,
    reserved_fen: 0n,
    committed_fen: 0n,
    due_fen: 0n,
    paid_fen: 0n,
    is_demonstration: of.isDemonstration,
  };
}

import { newId } from '#kernel/ids/id.ts';
import { type Fen, toYuanText } from '#kernel/money/fen.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems, yearOf } from '../../contract.ts';
import { openLedger } from '../ledger.ts';
import * as contracts from '../repository-contracts.ts';
import { findLine, insertLine, listLines } from '../repository.ts';
import type { ContractRow, LineRow, ShareRow } from '../tables.ts';
import type { Effect, EffectContext } from './effect.ts';
import { leftOf } from './settle.ts';

/** Closes a contract: what it does not need any more goes back to its lines. */
export async function close(
  context: EffectContext,
  { contractId }: { readonly contractId: string },
): Promise<Effect> {
  const { deps, tx, actor, today: day, documentId } = context;
  const { contract, open, leftFen } = await lockOpen(context, contractId);
  const ledger = await openLedger(
    deps,
    tx,
    actor,
    open.map((share) => share.line_id),
  );
  for (const share of open) {
    const leg = { lineId: share.line_id };
    const amountFen = leftOf(share);
    ledger.post(
      {
        kind: 'release',
        from: { ...leg, side: 'committed' },
        to: { ...leg, side: 'available' },
        amountFen,
      },
      { day, documentId, contractId },
    );
    contracts.updateShare(tx, { ...share, released_fen: share.released_fen + amountFen });
  }
  await ledger.write();
  contracts.updateContract(tx, {
    ...contract,
    state: 'closed',
    released_fen: contract.released_fen + leftFen,
  });
  return { title: contract.name, amountFen: leftFen, contractId, madeId: null };
}

/** Years for which money may be carried over before it is 结余 (预算法实施条例 art. 50). */
const CARRIED_AT_MOST = 2;

/** 结转: what a contract holds on lines of a year that is over goes to the same lines of the next year. */
export async function carryOver(
  context: EffectContext,
  { contractId }: { readonly contractId: string },
): Promise<Effect> {
  const { deps, tx, actor, today, documentId } = context;
  const { contract, open, leftFen } = await lockOpen(context, contractId);
  if (leftFen === 0n)
    throw new ProblemError(problems.nothingLeft, { asked: '0.00', held: toYuanText(leftFen) });
  const lines = await listLines(tx, actor.centreId);
  const targets = new Map<string, LineRow>();
  for (const share of open) {
    const line = orNotFound(lines.find((one) => one.line_id === share.line_id));
    checkYear(line.year, contract.year, today);
    targets.set(share.line_id, await getNextLine(context, line));
  }
  const ids = [...targets].flatMap(([from, to]) => [from, to.line_id]);
  const ledger = await openLedger(deps, tx, actor, ids);
  for (const share of open) {
    const toLineId = targets.get(share.line_id)?.line_id ?? '';
    ledger.post(
      {
        kind: 'carry-over',
        from: { lineId: share.line_id, side: 'committed' },
        to: { lineId: toLineId, side: 'committed' },
        amountFen: leftOf(share),
      },
      { day: today, documentId, contractId },
    );
  }
  await ledger.write();
  await moveShares(context, contract, open, targets);
  contracts.updateContract(tx, contract);
  return { title: contract.name, amountFen: leftFen, contractId, madeId: null };
}

function checkYear(year: number, firstYear: number, today: string): void {
  if (yearOf(today) <= year) throw new ProblemError(problems.yearNotOver, { year });
  const carried = year + 1 - firstYear;
  if (carried > CARRIED_AT_MOST)
    throw new ProblemError(problems.tooOld, { asked: carried, held: CARRIED_AT_MOST });
}

async function lockOpen(
  { tx, actor }: EffectContext,
  contractId: string,
): Promise<{ contract: ContractRow; open: ShareRow[]; leftFen: Fen }> {
  const contract = orNotFound(await contracts.lockContract(tx, actor.centreId, contractId));
  if (contract.state !== 'running') throw new ProblemError(problems.notRunning);
  const shares = await contracts.listShares(tx, actor.centreId, [contractId]);
  const open = shares.filter((share) => leftOf(share) > 0n);
  const leftFen = open.reduce((sum, share) => sum + leftOf(share), 0n);
  return { contract, open, leftFen };
}

/** The same line a year later; a project that has no budget there gets a line that holds what was carried over alone. */
async function getNextLine({ deps, tx, actor }: EffectContext, line: LineRow): Promise<LineRow> {
  const found = await findLine(tx, actor.centreId, line.year + 1, line.line_key);
  if (found !== undefined) return found;
  const row: LineRow = {
    ...line,
    line_id: newId(deps.clock),
    year: line.year + 1,
    approved_fen: 0n,
    adjusted_fen: 0n,
    available_fen: 0n,
    reserved_fen: 0n,
    committed_fen: 0n,
    due_fen: 0n,
    paid_fen: 0n,
  };
  insertLine(tx, row);
  return row;
}

/** The old share keeps what was settled on it; a new one on the next year's line has the rest. */
async function moveShares(
  { tx, actor }: EffectContext,
  contract: ContractRow,
  open: readonly ShareRow[],
  targets: ReadonlyMap<string, LineRow>,
): Promise<void> {
  const all = await contracts.listShares(tx, actor.centreId, [contract.contract_id]);
  let position = Math.max(...all.map((share) => share.position));
  for (const share of open) {
    const left = leftOf(share);
    contracts.updateShare(tx, { ...share, amount_fen: share.amount_fen - left });
    position += 1;
    contracts.insertShares(tx, [
      {
        ...share,
        position,
        line_id: targets.get(share.line_id)?.line_id ?? '',
        amount_fen: left,
        settled_fen: 0n,
        released_fen: 0n,
      },
    ]);
  }
}

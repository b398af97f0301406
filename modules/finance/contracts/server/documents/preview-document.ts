import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import { type DocumentBody, permissions, type Preview, showFigures } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import type { Effect } from '../effects/effect.ts';
import { rehearseAnd } from '../effects/run-effect.ts';
import { nameOfLine, toFigures } from '../figures.ts';
import * as contracts from '../repository-contracts.ts';
import { listLines } from '../repository.ts';
import type { LineRow } from '../tables.ts';

/** What a document would do to the ledger, done and rolled back, or the refusal that its approval would meet. */
export async function previewDocument(
  deps: ContractsDeps,
  actor: Actor,
  body: DocumentBody,
): Promise<Preview> {
  authorise(actor, permissions.view.name);
  const before = await listLines(deps.database.db, actor.centreId);
  return rehearseAnd(deps, actor, body, async (effect, tx) => {
    const after = await listLines(tx, actor.centreId);
    return {
      title: effect.title,
      amount: toYuanText(effect.amountFen),
      lines: after.flatMap((line) => compare(before, line)),
      ...(await follow(tx, actor, body, effect)),
    };
  });
}

/** A line that would change, as it is and as it would be; a line that would be new begins with nothing. */
function compare(all: readonly LineRow[], after: LineRow): Preview['lines'] {
  const before = all.find((line) => line.line_id === after.line_id);
  const [was, is] = [before && showFigures(toFigures(before)), showFigures(toFigures(after))];
  if (was !== undefined && JSON.stringify(was) === JSON.stringify(is)) return [];
  const nothing = showFigures(toFigures({ ...after, ...NOTHING }));
  const { line_id: id, year } = after;
  return [{ id, name: nameOfLine(after), year, before: was ?? nothing, after: is }];
}

const NOTHING = {
  approved_fen: 0n,
  adjusted_fen: 0n,
  available_fen: 0n,
  reserved_fen: 0n,
  committed_fen: 0n,
  due_fen: 0n,
  paid_fen: 0n,
} as const satisfies Partial<LineRow>;

async function follow(
  tx: Tx,
  { centreId }: Actor,
  { kind }: DocumentBody,
  { contractId, madeId }: Effect,
): Promise<Pick<Preview, 'quantity' | 'dueOn' | 'publishBy' | 'instalments'>> {
  const nothing = { quantity: null, dueOn: null, publishBy: null, instalments: [] };
  if (contractId === null) return nothing;
  if (kind === 'settlement') {
    const made = (await contracts.listSettlements(tx, centreId, [contractId])).find(
      (one) => one.settlement_id === madeId,
    );
    return { ...nothing, quantity: made?.quantity ?? null, dueOn: made?.due_on ?? null };
  }
  if (kind !== 'contract') return nothing;
  const [contract, instalments] = await Promise.all([
    contracts.findContract(tx, centreId, contractId),
    contracts.listInstalments(tx, centreId, [contractId]),
  ]);
  return {
    ...nothing,
    publishBy: contract?.item_id === null ? null : (contract?.publish_by ?? null),
    instalments: instalments.map(({ seq, label, amount_fen: fen }) => ({
      seq,
      label,
      amount: toYuanText(fen),
    })),
  };
}

import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { newId } from '#kernel/ids/id.ts';
import { toYuanText } from '#kernel/money/fen.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type DocumentBody, problems, toFen } from '../../contract.ts';
import { openLedger } from '../ledger.ts';
import * as items from '../repository-items.ts';
import type { Effect, EffectContext } from './effect.ts';

/** A procurement item: its money is kept on the line until a contract takes it. */
export async function reserve(
  context: EffectContext,
  body: Extract<DocumentBody, { kind: 'reservation' }>,
  takenOver?: { readonly number: string; readonly day: Day },
): Promise<Effect> {
  const { deps, tx, actor, documentId } = context;
  const ledger = await openLedger(deps, tx, actor, [body.lineId]);
  const line = ledger.line(body.lineId);
  const amountFen = toFen(body.amount);
  const [smeFen, smallMicroFen] = [toFen(body.sme), toFen(body.smallMicro)];
  requireWithin(smallMicroFen, smeFen);
  requireWithin(smeFen, amountFen);
  const itemId = newId(deps.clock);
  const day = takenOver?.day ?? context.today;
  ledger.post(
    {
      kind: 'reserve',
      from: { lineId: body.lineId, side: 'available' },
      to: { lineId: body.lineId, side: 'reserved' },
      amountFen,
    },
    { day, documentId, itemId },
  );
  await ledger.write();
  const { centreId } = actor;
  const number = takenOver?.number ?? (await takeItemNumber(tx, centreId, line.year));
  items.insertItem(tx, {
    centre_id: centreId,
    item_id: itemId,
    line_id: body.lineId,
    year: line.year,
    number,
    name: body.name,
    category: body.category,
    catalogue_code: body.catalogueCode,
    method: body.method,
    amount_fen: amountFen,
    awarded_fen: 0n,
    reserved_fen: amountFen,
    sme_fen: smeFen,
    small_micro_fen: smallMicroFen,
    intent_on: body.intentOn,
    reserved_on: day,
    is_reversed: false,
    is_demonstration: context.isDemonstration,
  });
  return { title: body.name, amountFen, contractId: null, madeId: itemId };
}

/** The next number that no item has: those that were taken over were given before. */
async function takeItemNumber(tx: Tx, centreId: number, year: number): Promise<string> {
  for (;;) {
    const serial = await takeNumber(tx, { centreId, series: 'contracts.item', year });
    const number = `CG${year}-${String(serial).padStart(3, '0')}`;
    if ((await items.findByNumber(tx, centreId, number)) === undefined) return number;
  }
}

function requireWithin(asked: bigint, held: bigint): void {
  if (asked > held || asked < 0n)
    throw new ProblemError(problems.aboveReserve, {
      asked: toYuanText(asked),
      held: toYuanText(held),
    });
}

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { DocumentBody } from '../../contract.ts';
import { centreDay } from '../centre-day.ts';
import type { ContractsDeps } from '../deps.ts';
import { adjust, transfer } from './adjust.ts';
import type { Effect, EffectContext } from './effect.ts';
import { carryOver, close } from './end-contract.ts';
import { pay } from './pay.ts';
import { reserve } from './reserve.ts';
import { reverseDocument } from './reverse-document.ts';
import { settle } from './settle.ts';
import { signContract } from './sign-contract.ts';

/** Does what a document says, in the transaction of its approval. */
export function runEffect(context: EffectContext, body: DocumentBody): Promise<Effect> {
  switch (body.kind) {
    case 'adjustment':
      return adjust(context, body);
    case 'transfer':
      return transfer(context, body);
    case 'reservation':
      return reserve(context, body);
    case 'contract':
      return signContract(context, body);
    case 'settlement':
      return settle(context, body);
    case 'payment':
      return pay(context, body);
    case 'closure':
      return close(context, body);
    case 'carry-over':
      return carryOver(context, body);
    case 'reversal':
      return reverseDocument(context, body);
  }
}

export async function openContext(
  deps: ContractsDeps,
  tx: Tx,
  actor: Actor,
  documentId: string | null,
): Promise<EffectContext> {
  const [{ centre, today }, calendar] = await Promise.all([
    centreDay(deps, tx, actor.centreId),
    deps.calendar.getCalendar(tx, actor.centreId),
  ]);
  const isDemonstration = centre?.isDemonstration ?? false;
  return { deps, tx, actor, documentId, today, calendar, isDemonstration };
}

class Rehearsed extends Error {
  readonly effect: Effect;
  constructor(effect: Effect) {
    super('A rehearsal is rolled back.');
    this.effect = effect;
  }
}

/** What a document would do as things stand, done and rolled back: it is refused now rather than at its approval. */
export async function rehearse(
  deps: ContractsDeps,
  actor: Actor,
  body: DocumentBody,
): Promise<Effect> {
  try {
    return await deps.database.transaction(async (tx): Promise<Effect> => {
      const effect = await runEffect(await openContext(deps, tx, actor, null), body);
      throw new Rehearsed(effect);
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.effect;
    throw error;
  }
}

import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { DocumentBody } from '../../contract.ts';
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

class Rehearsed<T> extends Error {
  readonly seen: T;
  constructor(seen: T) {
    super('A rehearsal is rolled back.');
    this.seen = seen;
  }
}

/** What a document would do as things stand, done and rolled back: it is refused now rather than at its approval. */
export function rehearse(deps: ContractsDeps, actor: Actor, body: DocumentBody): Promise<Effect> {
  return rehearseAnd(deps, actor, body, async (effect) => effect);
}

/** The same, with a look at how things would stand after it. */
export async function rehearseAnd<T>(
  deps: ContractsDeps,
  actor: Actor,
  body: DocumentBody,
  look: (effect: Effect, tx: Tx) => Promise<T>,
): Promise<T> {
  // Kept by what was thrown, so that nothing but this rehearsal is taken for it.
  let done: Rehearsed<T> | undefined;
  try {
    return await deps.database.transaction(async (tx): Promise<T> => {
      const effect = await runEffect(await openContext(deps, tx, actor, null), body);
      done = new Rehearsed(await look(effect, tx));
      throw done;
    });
  } catch (error) {
    if (done !== undefined && error === done) return done.seen;
    throw error;
  }
}

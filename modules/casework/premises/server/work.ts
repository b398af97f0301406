import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { PremisesDeps } from './deps.ts';

/** An act under way: who does it, in which transaction, with what. */
export interface Work {
  readonly deps: PremisesDeps;
  readonly tx: Tx;
  readonly actor: Actor;
}

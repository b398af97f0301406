import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';

import type { CasesDeps } from './deps.ts';

/** An act under way: with what, in which transaction, by whom. */
export interface Work {
  readonly deps: CasesDeps;
  readonly tx: Tx;
  readonly actor: Actor;
}

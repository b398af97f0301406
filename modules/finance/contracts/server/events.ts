import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { ContractRow } from './tables.ts';

/** An act on a row; the audit entry keeps it before, when there was one, and after. */
interface Change {
  readonly act: 'created' | 'changed';
  readonly before?: ContractRow;
  readonly after: ContractRow;
}

/** Says that a contract changed. */
export function contractChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { act, ...rows }: Change,
): void {
  const { contract_id: id, code } = rows.after;
  tell(tx, clock, actor, events.contractChanged, {
    subject: { kind: 'contracts.contract', id },
    payload: { contractId: id, code, act },
    audit: rows,
  });
}

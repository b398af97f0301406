import type { Actor } from '../access/contract-actor.ts';
import { afterCommit } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import type { FileDeps } from './deps.ts';
import { fileDecided } from './events.ts';
import * as repository from './repository.ts';

/** Destroys the files of a session that hang on nothing; content that another record needs stays. */
export async function destroyLoose(
  deps: FileDeps,
  tx: Tx,
  actor: Actor,
  sessionId: string,
  reason: string,
): Promise<readonly string[]> {
  const loose = await repository.lockLoose(tx, actor.centreId, sessionId);
  const useless = new Set<string>();
  for (const before of loose) {
    const row = { ...before, state: 'destroyed' as const, state_reason: reason };
    repository.setState(tx, row);
    fileDecided(tx, deps.clock, actor, row, reason);
    if ((await repository.countOthersWithContent(tx, row)) === 0) useless.add(row.hash);
  }
  afterCommit(tx, () => {
    for (const hash of useless) void deps.store.remove(actor.centreId, hash).catch(() => undefined);
  });
  return loose.map((row) => row.file_id);
}

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { readCursor, toPage } from '../db/keyset.ts';
import type { Once } from '../http/idempotency.ts';
import type { PageQuery } from '../http/shapes.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { type FileState, permissions, problems, type StoredFile } from './contract.ts';
import type { FileDeps } from './deps.ts';
import { fileDecided } from './events.ts';
import * as repository from './repository.ts';
import { toStoredFile } from './view.ts';

/** Files that are kept apart, newest first. */
export async function listWithheld(deps: FileDeps, actor: Actor, query: PageQuery) {
  authorise(actor, permissions.manage.name);
  const filter = { cursor: readCursor(query.cursor), limit: query.limit };
  const rows = await repository.listWithheld(deps.database.db, actor.centreId, filter);
  return {
    ...toPage(rows, query.limit, toStoredFile, (row) => [
      row.uploaded_at.toISOString(),
      row.file_id,
    ]),
    total: null,
  };
}

export interface Decision {
  readonly state: Extract<FileState, 'available' | 'destroyed'>;
  readonly reason: string;
}

/** Lets a withheld file be used, or destroys its content; the record and the reason stay for ever. */
export async function decideWithheld(
  deps: FileDeps,
  actor: Actor,
  fileId: string,
  decision: Decision,
  once: Once,
): Promise<StoredFile> {
  authorise(actor, permissions.manage.name);
  const file = await deps.database.transaction(async (tx) => {
    const before = orNotFound(await repository.lockFile(tx, actor.centreId, fileId));
    if (before.state !== 'quarantined' && before.state !== 'awaiting-scan')
      throw new ProblemError(problems.notWithheld);
    const row = { ...before, state: decision.state, state_reason: decision.reason };
    repository.setState(tx, row);
    fileDecided(tx, deps.clock, actor, row, decision.reason);
    const view = toStoredFile(row);
    once.claim(tx, view);
    return { view, row, others: await repository.countOthersWithContent(tx, row) };
  });
  if (decision.state === 'destroyed' && file.others === 0)
    await deps.store.remove(actor.centreId, file.row.hash);
  return file.view;
}

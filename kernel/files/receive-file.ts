import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { newId } from '../ids/id.ts';
import { commonProblems } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { problems, type StoredFile } from './contract.ts';
import type { FileDeps } from './deps.ts';
import { fileStored } from './events.ts';
import { judge } from './judge.ts';
import type { FilePurpose } from './purpose.ts';
import * as repository from './repository.ts';
import { spool, type Spooled, SpoolTooLarge } from './spool.ts';
import type { StoredFileRow } from './tables.ts';
import { toStoredFile } from './view.ts';

const MIB = 1024 * 1024;

/** The purpose by its name, when the actor may send files for it. */
export function getPurpose(deps: FileDeps, actor: Actor, name: string): FilePurpose {
  const purpose = deps.purposes().find((candidate) => candidate.name === name);
  if (purpose === undefined) throw new ProblemError(problems.unknownPurpose);
  if (!purpose.mayUpload(actor)) throw new ProblemError(commonProblems.forbidden);
  return purpose;
}

/**
 * Stores one file. The content is on disk before the record is written, so a record never lacks its
 * content; content without a record is harmless and is found by the same hash when it comes again.
 */
export async function receiveFile(
  deps: FileDeps,
  actor: Actor,
  purpose: FilePurpose,
  file: { readonly name: string; readonly content: Readable },
): Promise<StoredFile> {
  if (actor.kind === 'anonymous') authorise(actor, purpose.name);
  const limit = Math.min(purpose.limitBytes ?? deps.limitBytes, deps.limitBytes);
  const spooled = await spoolWithin(deps, file.content, limit);
  try {
    if (spooled.sizeBytes === 0) throw new ProblemError(problems.empty, { name: file.name });
    const judgement = await judge(deps, spooled, file.name);
    await deps.store.put(actor.centreId, spooled.hash, spooled.path);
    return await keepRecord(deps, actor, {
      centre_id: actor.centreId,
      file_id: newId(),
      hash: spooled.hash,
      size_bytes: BigInt(spooled.sizeBytes),
      media_type: judgement.mediaType,
      name: file.name.slice(-200),
      purpose: purpose.name,
      state: judgement.state,
      state_reason: judgement.reason,
      subject_kind: null,
      subject_id: null,
      uploaded_by: actor.id,
      uploaded_by_name: actor.name,
      uploaded_at: deps.clock.now(),
      session_id: actor.sessionId ?? null,
    });
  } finally {
    await rm(spooled.path, { force: true });
  }
}

async function spoolWithin(deps: FileDeps, content: Readable, limit: number): Promise<Spooled> {
  try {
    return await spool(content, deps.spoolFolder, limit);
  } catch (error) {
    if (!(error instanceof SpoolTooLarge)) throw error;
    throw new ProblemError(problems.tooLarge, { limitMb: Math.floor(limit / MIB) });
  }
}

function keepRecord(deps: FileDeps, actor: Actor, row: StoredFileRow): Promise<StoredFile> {
  return deps.database.transaction(async (tx) => {
    repository.insertFile(tx, row);
    fileStored(tx, deps.clock, actor, row);
    return toStoredFile(row);
  });
}

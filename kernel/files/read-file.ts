import type { Readable } from 'node:stream';

import { may } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { recordAudit } from '../audit/record.ts';
import { commonProblems } from '../problems/contract.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { permissions, problems, type StoredFile } from './contract.ts';
import type { FileDeps } from './deps.ts';
import * as repository from './repository.ts';
import type { StoredFileRow } from './tables.ts';
import { toStoredFile } from './view.ts';

async function loadReadable(deps: FileDeps, actor: Actor, fileId: string): Promise<StoredFileRow> {
  const row = orNotFound(await repository.findFile(deps.database.db, actor.centreId, fileId));
  if (await mayRead(deps, actor, row)) return row;
  throw new ProblemError(commonProblems.forbidden);
}

async function mayRead(deps: FileDeps, actor: Actor, row: StoredFileRow): Promise<boolean> {
  if (row.uploaded_by === actor.id && row.subject_id === null) return true;
  if (row.state !== 'available' && may(actor, permissions.manage.name)) return true;
  const purpose = deps.purposes().find((candidate) => candidate.name === row.purpose);
  return (
    purpose !== undefined &&
    row.subject_id !== null &&
    purpose.mayRead(deps.database.db, actor, row.subject_id)
  );
}

/** What is known of a file, for those who may read it. */
export async function getFile(deps: FileDeps, actor: Actor, fileId: string): Promise<StoredFile> {
  return toStoredFile(await loadReadable(deps, actor, fileId));
}

/** Opens a file for download and records who did. A file that is kept apart is not handed out. */
export async function openFile(
  deps: FileDeps,
  actor: Actor,
  fileId: string,
): Promise<{ readonly file: StoredFile; readonly content: Readable }> {
  const row = await loadReadable(deps, actor, fileId);
  const content = await openContent(deps, row);
  await deps.database.transaction(async (tx) => {
    const subject = { kind: 'files.file', id: fileId };
    recordAudit(tx, deps.clock, actor, {
      act: 'files.download',
      subject,
      body: { purpose: row.purpose, hash: row.hash },
    });
  });
  return { file: toStoredFile(row), content };
}

/** The content of a file; refuses one that is kept apart, and one whose content is gone. */
export async function openContent(deps: FileDeps, row: StoredFileRow): Promise<Readable> {
  if (row.state !== 'available') {
    throw new ProblemError(problems.withheld, { reason: row.state_reason });
  }
  const content = await deps.store.read(row.centre_id, row.hash);
  if (content !== undefined) return content;
  deps.log.error({ fileId: row.file_id, hash: row.hash }, 'content of a file is missing');
  throw new ProblemError(problems.missing);
}

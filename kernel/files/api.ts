import type { Readable } from 'node:stream';

import type { Actor } from '../access/contract-actor.ts';
import type { Tx } from '../db/types.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { problems, type StoredFile } from './contract.ts';
import type { FileDeps } from './deps.ts';
import { getPurpose, receiveFile } from './receive-file.ts';
import * as repository from './repository.ts';

/** What modules may do with files. */
export interface FilesApi {
  /** Stores a file that the module itself made or received. */
  receive(
    actor: Actor,
    purpose: string,
    file: { name: string; content: Readable },
  ): Promise<StoredFile>;
  /**
   * Hangs an uploaded file on a record, in the record's transaction. Refuses a file of another purpose or
   * uploader, one that already hangs elsewhere, and one that is kept apart.
   */
  attach(
    tx: Tx,
    actor: Actor,
    fileId: string,
    purpose: string,
    subject: { kind: string; id: string },
  ): Promise<void>;
}

export function createFilesApi(deps: FileDeps): FilesApi {
  return {
    receive: async (actor, purpose, file) =>
      receiveFile(deps, actor, getPurpose(deps, actor, purpose), file),
    attach: async (tx, actor, fileId, purpose, subject) => {
      const row = orNotFound(await repository.lockFile(tx, actor.centreId, fileId));
      const isOwn = row.uploaded_by === actor.id && row.purpose === purpose;
      const isFree = row.subject_id === null || row.subject_id === subject.id;
      if (!isOwn || !isFree) throw new ProblemError(problems.unknownPurpose);
      if (row.state === 'quarantined' || row.state === 'destroyed') {
        throw new ProblemError(problems.withheld, { reason: row.state_reason });
      }
      repository.setSubject(tx, { ...row, subject_kind: subject.kind, subject_id: subject.id });
    },
  };
}

import type { Readable } from 'node:stream';

import type { Actor } from '../access/contract-actor.ts';
import type { Subject } from '../audit/record.ts';
import type { Db, Tx } from '../db/types.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { problems, type StoredFile } from './contract.ts';
import type { FileDeps } from './deps.ts';
import { destroyLoose } from './destroy-loose.ts';
import { openContent } from './read-file.ts';
import { getPurpose, receiveFile } from './receive-file.ts';
import * as repository from './repository.ts';
import { type MadeFile, storeMade } from './store-made.ts';
import { toStoredFile } from './view.ts';

/** A stored file as a module reads it. */
export interface ReadableFile extends StoredFile {
  /** The record that it hangs on, null before it was attached. */
  readonly subject: Subject | null;
  /** Its content from the start, at each call anew. Refuses a file that is kept apart or whose content is gone. */
  open(): Promise<Readable>;
}

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
   * uploader, one that already hangs elsewhere, and one that is kept apart. One that hangs on this very record
   * already, whoever made it, stays there.
   */
  attach(
    tx: Tx,
    actor: Actor,
    fileId: string,
    purpose: string,
    subject: { kind: string; id: string },
  ): Promise<void>;
  /**
   * A file of this purpose, for the module itself: nobody's permission is asked and no download recorded, so
   * the use case authorises and says in its own audit entry what was read. One of another purpose is not found.
   */
  getFile(
    db: Db,
    centre: { readonly centreId: number },
    fileId: string,
    purpose: string,
  ): Promise<ReadableFile>;
  /** Files of a purpose that hang on a record, the oldest first, under the same terms. */
  listFiles(
    db: Db,
    centre: { readonly centreId: number },
    subject: Subject,
    purpose: string,
  ): Promise<StoredFile[]>;
  /**
   * Stores a file that the software made, on its record and in the record's transaction, in the name of who
   * caused it. It is sniffed but not scanned. When the transaction rolls back there is no file. Throws when
   * the purpose is not declared or the content is of no kind that files may be.
   */
  storeFile(tx: Tx, actor: Actor, file: MadeFile): Promise<StoredFile>;
  /**
   * Destroys what came in a session and was attached to nothing: the records in the caller's transaction, the content
   * once it is durable. Gives their ids.
   */
  destroyLoose(tx: Tx, actor: Actor, sessionId: string, reason: string): Promise<readonly string[]>;
}

export function createFilesApi(deps: FileDeps): FilesApi {
  return {
    receive: async (actor, purpose, file) =>
      receiveFile(deps, actor, getPurpose(deps, actor, purpose), file),
    attach: async (tx, actor, fileId, purpose, subject) => {
      const row = orNotFound(await repository.lockFile(tx, actor.centreId, fileId));
      const isOwn = row.uploaded_by === actor.id;
      const isFree = row.subject_id === null || row.subject_id === subject.id;
      const isThere = row.subject_kind === subject.kind && row.subject_id === subject.id;
      const mayHang = row.purpose === purpose && ((isOwn && isFree) || isThere);
      if (!mayHang) throw new ProblemError(problems.unknownPurpose);
      if (row.state === 'quarantined' || row.state === 'destroyed') {
        throw new ProblemError(problems.withheld, { reason: row.state_reason });
      }
      repository.setSubject(tx, { ...row, subject_kind: subject.kind, subject_id: subject.id });
    },
    getFile: async (db, { centreId }, fileId, purpose) => {
      const row = await repository.findFile(db, centreId, fileId);
      const found = orNotFound(row?.purpose === purpose ? row : undefined);
      const { subject_kind: kind, subject_id: id } = found;
      return {
        ...toStoredFile(found),
        subject: kind === null || id === null ? null : { kind, id },
        open: () => openContent(deps, found),
      };
    },
    listFiles: async (db, { centreId }, { kind, id }, purpose) =>
      (await repository.listOfSubject(db, centreId, { kind, id, purpose })).map(toStoredFile),
    storeFile: (tx, actor, file) => storeMade(deps, tx, actor, file),
    destroyLoose: (tx, actor, sessionId, reason) =>
      destroyLoose(deps, tx, actor, sessionId, reason),
  };
}

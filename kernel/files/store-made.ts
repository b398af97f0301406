import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';

import type { Actor } from '../access/contract-actor.ts';
import type { Subject } from '../audit/record.ts';
import type { Tx } from '../db/types.ts';
import { newId } from '../ids/id.ts';
import type { StoredFile } from './contract.ts';
import type { FileDeps } from './deps.ts';
import { fileStored } from './events.ts';
import * as repository from './repository.ts';
import { sniff } from './sniff.ts';
import { spool } from './spool.ts';
import type { StoredFileRow } from './tables.ts';
import { toStoredFile } from './view.ts';

/** A file that the software made, e.g. a paper. */
export interface MadeFile {
  readonly purpose: string;
  readonly name: string;
  readonly content: Uint8Array | Readable;
  readonly subject: Subject;
}

/** Stores it: content first, then the record in the caller's transaction. */
export async function storeMade(
  deps: FileDeps,
  tx: Tx,
  actor: Actor,
  file: MadeFile,
): Promise<StoredFile> {
  if (!deps.purposes().some(({ name }) => name === file.purpose)) {
    throw new RangeError(`No module declares files for ${file.purpose}`);
  }
  const content = file.content instanceof Uint8Array ? Readable.from([file.content]) : file.content;
  const spooled = await spool(content, deps.spoolFolder, deps.limitBytes);
  try {
    const { mediaType, suspicion } = await sniff(spooled.head, file.name);
    if (suspicion !== undefined) throw new RangeError(`${file.name}: ${suspicion.en}`);
    await deps.store.put(actor.centreId, spooled.hash, spooled.path);
    const row: StoredFileRow = {
      centre_id: actor.centreId,
      file_id: newId(deps.clock),
      hash: spooled.hash,
      size_bytes: BigInt(spooled.sizeBytes),
      media_type: mediaType,
      name: file.name.slice(-200),
      purpose: file.purpose,
      state: 'available',
      state_reason: '',
      subject_kind: file.subject.kind,
      subject_id: file.subject.id,
      uploaded_by: actor.id,
      uploaded_by_name: actor.name,
      uploaded_at: deps.clock.now(),
      session_id: null,
    };
    repository.insertFile(tx, row);
    fileStored(tx, deps.clock, actor, row, { isMade: true, on: file.subject });
    return toStoredFile(row);
  } finally {
    await rm(spooled.path, { force: true });
  }
}

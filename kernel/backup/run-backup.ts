import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { systemActor } from '../access/system-actor.ts';
import { recordAudit } from '../audit/record.ts';
import type { BackupModuleDeps } from './deps.ts';
import { writeDurably } from './durable-file.ts';
import { makeBackup } from './make-backup.ts';
import type { KeptBackup, Rehearsal } from './manifest.ts';
import { rehearseRestore } from './rehearse-restore.ts';

const FAILURE = 'last-failure.json';
const Failure = z.object({ at: z.iso.datetime(), reason: z.string() });

/** Why the last attempt failed; undefined when it did not. */
export async function findFailure(folder: string): Promise<z.infer<typeof Failure> | undefined> {
  const text = await readFile(join(folder, FAILURE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Failure.parse(JSON.parse(text));
}

export class RehearsalDiffers extends Error {
  constructor(backup: KeptBackup, { differing }: Rehearsal) {
    super(`The restored backup ${backup.manifest.name} differs in: ${differing.join(', ')}`);
    this.name = 'RehearsalDiffers';
  }
}

/** Makes a backup, restores it into a folder of its own and compares every table; both are written down. */
export async function runBackup(
  deps: BackupModuleDeps,
  centreId: number,
  signal: AbortSignal,
): Promise<void> {
  const { embedded, folder, keep, log, clock } = deps;
  if (embedded === undefined) {
    log.info('the database is run elsewhere; its own server is to back it up');
    return;
  }
  try {
    const backup = await makeBackup({ ...deps, embedded }, { folder, keep, signal });
    const rehearsal = await rehearseRestore(backup, join(folder, '.rehearsal'), clock);
    if (!rehearsal.isEqual) throw new RehearsalDiffers(backup, rehearsal);
    await recordBackup(deps, centreId, backup, rehearsal);
    await rm(join(folder, FAILURE), { force: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const at = clock.now().toISOString();
    await writeDurably(join(folder, FAILURE), JSON.stringify({ at, reason })).catch(
      () => undefined,
    );
    throw error;
  }
}

async function recordBackup(
  { database, clock }: BackupModuleDeps,
  centreId: number,
  { manifest }: KeptBackup,
  rehearsal: Rehearsal,
): Promise<void> {
  await database.transaction(async (tx) =>
    recordAudit(tx, clock, systemActor(centreId, 'backup.nightly'), {
      act: 'backup.made',
      subject: { kind: 'backup', id: manifest.name },
      body: {
        bytes: manifest.cluster.bytes + manifest.wal.bytes + manifest.files.bytes,
        tables: rehearsal.tables,
        rows: rehearsal.rows,
        isEqual: rehearsal.isEqual,
      },
    }),
  );
}

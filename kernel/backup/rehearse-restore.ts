import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../clock/clock.ts';
import { findPostmaster } from '../db/embedded/postmaster-pid.ts';
import { sendSignal, waitForEnd } from '../db/embedded/processes.ts';
import { writeDurably } from './durable-file.ts';
import { type KeptBackup, REHEARSAL, type Rehearsal } from './manifest.ts';
import type { Progress } from './progress.ts';
import { restoreBackup } from './restore-backup.ts';
import { POSTGRES } from './restore-target.ts';
import { compareDigests, digestTables, PLAIN_TEXT } from './table-digests.ts';

/**
 * Restores a backup into a folder of its own, counts and hashes every table there and compares that with the
 * moment of the backup. The result is written beside the backup; the folder is removed.
 */
export async function rehearseRestore(
  backup: KeptBackup,
  scratch: string,
  clock: Clock,
  progress?: Progress,
): Promise<Rehearsal> {
  const begun = performance.now();
  await clearScratch(scratch);
  try {
    const { inspected } = await restoreBackup(
      {
        backup: backup.folder,
        dataDir: scratch,
        target: { kind: 'mark' },
        force: false,
        clock,
        progress,
        // A server for one reader, beside the one that serves.
        settings: { shared_buffers: '64MB', max_wal_size: '256MB', autovacuum: 'off' },
      },
      async (database) => {
        const session = await database.connectAlone();
        try {
          await session.query(PLAIN_TEXT);
          return await digestTables(session, progress);
        } finally {
          await session.end();
        }
      },
    );
    const differing = compareDigests(backup.manifest.tables, inspected);
    const rehearsal: Rehearsal = {
      at: clock.now().toISOString(),
      seconds: Math.round((performance.now() - begun) / 100) / 10,
      isEqual: differing.length === 0,
      tables: inspected.length,
      rows: inspected.reduce((sum, { rows }) => sum + rows, 0),
      differing,
    };
    await writeDurably(
      join(backup.folder, REHEARSAL),
      `${JSON.stringify(rehearsal, undefined, 2)}\n`,
    );
    return rehearsal;
  } finally {
    await clearScratch(scratch);
  }
}

/** What a rehearsal that was killed has left: its server runs on. */
async function clearScratch(scratch: string): Promise<void> {
  const cluster = join(scratch, POSTGRES, 'cluster');
  const running = existsSync(cluster) ? findPostmaster(cluster) : undefined;
  if (running !== undefined) {
    sendSignal(running.pid, 'SIGQUIT');
    await waitForEnd(running.pid, 30_000);
  }
  await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import { newId } from '../ids/id.ts';
import { job } from '../jobs/contract.ts';
import type { FileDeps } from './deps.ts';
import { fileDecided, fileStored } from './events.ts';
import * as repository from './repository.ts';
import type { ScanVerdict, Scanner } from './scanner.ts';
import type { StoredFileRow } from './tables.ts';

/** Scans files that came while the virus scanner was away. */
export const scanWaiting = (deps: FileDeps) =>
  job({
    name: 'files.scan-waiting',
    title: { 'zh-CN': '补扫待查毒文件', en: 'Scan files that wait for the virus scanner' },
    payload: z.object({}),
    schedule: { everySeconds: 60 },
    retry: { attempts: 1, backoffSeconds: 60 },
    run: { mode: 'outside', handle: (_payload, { actor }) => scanAll(deps, actor) },
  });

async function scanAll(deps: FileDeps, actor: Actor): Promise<void> {
  const { scanner } = deps;
  if (scanner === undefined) return;
  for (const row of await repository.listAwaitingScan(deps.database.db, actor.centreId)) {
    const verdict = await scanOne(deps, scanner, row);
    if (verdict) await keepVerdict(deps, actor, row.file_id, verdict);
  }
}

async function scanOne(
  deps: FileDeps,
  scanner: Scanner,
  row: StoredFileRow,
): Promise<ScanVerdict | undefined> {
  const content = await deps.store.read(row.centre_id, row.hash);
  if (content === undefined) return undefined;
  await mkdir(deps.spoolFolder, { recursive: true });
  const path = join(deps.spoolFolder, newId());
  try {
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return await scanner.scan(path);
  } finally {
    await rm(path, { force: true });
  }
}

function keepVerdict(
  deps: FileDeps,
  actor: Actor,
  fileId: string,
  verdict: ScanVerdict,
): Promise<void> {
  return deps.database.transaction(async (tx) => {
    const before = await repository.lockFile(tx, actor.centreId, fileId);
    if (before?.state !== 'awaiting-scan') return;
    if (verdict.clean) {
      const row = { ...before, state: 'available' as const, state_reason: '' };
      repository.setState(tx, row);
      fileDecided(tx, deps.clock, actor, row, '病毒扫描通过 / Passed the virus scan');
    } else {
      const row = {
        ...before,
        state: 'quarantined' as const,
        state_reason: `发现病毒 ${verdict.found} / Virus found: ${verdict.found}`,
      };
      repository.setState(tx, row);
      fileStored(tx, deps.clock, actor, row);
    }
  });
}

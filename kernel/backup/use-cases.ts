import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { recordAudit } from '../audit/record.ts';
import { listCentres } from '../centre/centre.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { type BackupList, type BackupView, permissions, problems } from './contract.ts';
import type { BackupModuleDeps } from './deps.ts';
import { type KeptBackup, listBackups } from './manifest.ts';
import { nightlyBackup } from './nightly-job.ts';
import { findFailure } from './run-backup.ts';

/** Backups that are kept, and why the last attempt failed if it did. */
export async function showBackups(deps: BackupModuleDeps, actor: Actor): Promise<BackupList> {
  authorise(actor, permissions.view.name);
  const { folder, schedule, keep, embedded } = deps;
  const items = (await listBackups(folder)).map(toView);
  const failure = (await findFailure(folder)) ?? null;
  return { isEmbedded: embedded !== undefined, folder, schedule, keep, failure, items };
}

function toView({ manifest, rehearsal }: KeptBackup): BackupView {
  const { name, startedAt, finishedAt, software, postgres, holdsSecrets, tables } = manifest;
  return {
    name,
    startedAt,
    finishedAt,
    software,
    postgres,
    holdsSecrets,
    bytes: manifest.cluster.bytes + manifest.wal.bytes + manifest.files.bytes,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    rehearsal: rehearsal === undefined ? null : rehearsal,
  };
}

/** Leaves a backup to the background; a second request while one waits changes nothing. */
export async function requestBackup(deps: BackupModuleDeps, actor: Actor): Promise<{ done: true }> {
  authorise(actor, permissions.run.name);
  if (deps.embedded === undefined) throw new ProblemError(problems.external);
  const { database, clock } = deps;
  const [first] = await listCentres(database.db);
  await database.transaction(async (tx) => {
    enqueue(tx, clock, first?.centreId ?? actor.centreId, nightlyBackup(deps), { payload: {} });
    recordAudit(tx, clock, actor, {
      act: 'backup.requested',
      subject: { kind: 'backup', id: 'now' },
      body: {},
    });
  });
  return { done: true };
}

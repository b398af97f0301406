import { join, resolve } from 'node:path';

import { ownTools } from '#kernel/backup/backup-error.ts';
import { makeBackup } from '#kernel/backup/make-backup.ts';
import type { BackupManifest, KeptBackup } from '#kernel/backup/manifest.ts';
import { recordOperatorAct } from '#kernel/backup/record-operator-act.ts';
import { rehearseRestore } from '#kernel/backup/rehearse-restore.ts';

import { backupDeps } from '../kernel-parts.ts';
import { type Opened, openFoundation } from '../open.ts';
import { toProgress, toSize } from './progress.ts';
import { createTerminal, type Terminal } from './terminal.ts';

interface BackupOptions {
  readonly keep?: string;
  readonly rehearse: boolean;
  readonly json: boolean;
}

/** Makes a backup of the embedded database and the stored files, into BACKUP_DIR unless a folder is given. */
export async function backUp(folder: string | undefined, options: BackupOptions): Promise<void> {
  const terminal = createTerminal(options.json);
  const opened = await terminal.step('打开数据库', 'Opening the database', () =>
    openFoundation({ logFile: '/dev/null' }),
  );
  try {
    await makeAndSay(opened, folder, options, terminal);
  } finally {
    await opened.close();
  }
}

async function makeAndSay(
  { foundation, embedded }: Opened,
  folder: string | undefined,
  options: BackupOptions,
  terminal: Terminal,
): Promise<void> {
  if (embedded === undefined) throw ownTools();
  const deps = backupDeps(foundation);
  const target = folder === undefined ? deps.folder : resolve(folder);
  const progress = toProgress(terminal);
  const keep = options.keep === undefined ? undefined : Number(options.keep);
  const backup = await makeBackup({ ...deps, embedded }, { folder: target, keep, progress });
  const rehearsal = options.rehearse
    ? await rehearseRestore(backup, join(target, '.rehearsal'), deps.clock, progress)
    : undefined;
  await recordOperatorAct(deps.database, deps.clock, {
    act: 'backup.made',
    name: backup.manifest.name,
    body: {
      folder: backup.folder,
      bytes: sizeOf(backup.manifest),
      tables: backup.manifest.tables.length,
      ...(rehearsal === undefined ? {} : { isEqual: rehearsal.isEqual }),
    },
  });
  sayBackup(terminal, backup);
  if (rehearsal !== undefined) {
    terminal.say(
      rehearsal.isEqual
        ? `  ✓ 恢复核对一致：${rehearsal.tables} 张表、${rehearsal.rows} 行 / restored and compared: ${rehearsal.tables} tables, ${rehearsal.rows} rows are equal`
        : `  ✗ 恢复后不一致 / differing after the restore: ${rehearsal.differing.join(', ')}`,
    );
    if (!rehearsal.isEqual) process.exitCode = 1;
  }
  terminal.result({ folder: backup.folder, manifest: backup.manifest, rehearsal });
}

function sayBackup(terminal: Terminal, { folder, manifest }: KeptBackup): void {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  terminal.say('');
  terminal.table([
    ['备份 backup', folder],
    ['中心 centres', manifest.centres.map((centre) => centre.nameZh).join('、') || '–'],
    ['大小 size', toSize(sizeOf(manifest))],
    ['表与行 tables, rows', `${manifest.tables.length}, ${rows}`],
    ['可恢复到 can be restored to', `${manifest.finishedAt} 起 / and later`],
  ]);
  terminal.say(
    manifest.holdsSecrets
      ? '  ! 备份中含演示密钥（secrets.json）/ the demonstration’s secrets (secrets.json) are inside.'
      : '  ! 密钥不在备份中，请另行妥善保存 FIELD_KEYS、SESSION_KEY、SIGNING_KEY；没有它们，加密的内容无法读取。\n    Secrets are not inside: keep FIELD_KEYS, SESSION_KEY and SIGNING_KEY elsewhere; without them sealed fields cannot be read.',
  );
  if (manifest.filesElsewhere)
    terminal.say(
      '  ! 存储文件在对象存储中，不在备份内 / stored files lie in the object store and are not inside.',
    );
}

const sizeOf = ({ cluster, wal, files }: BackupManifest): number =>
  cluster.bytes + wal.bytes + files.bytes;

import { join, resolve } from 'node:path';

import type { Command } from 'commander';

import { ownTools } from '#kernel/backup/backup-error.ts';
import { makeBackup } from '#kernel/backup/make-backup.ts';
import type { BackupManifest, KeptBackup } from '#kernel/backup/manifest.ts';
import { rehearseRestore } from '#kernel/backup/rehearse-restore.ts';

import { backupDeps } from '../kernel-parts.ts';
import { type Opened, openFoundation } from '../open.ts';
import { toProgress, toSize } from './progress.ts';
import { createTerminal, type Terminal } from './terminal.ts';

interface BackupOptions {
  readonly keep?: string;
  readonly rehearse: boolean;
}

export function addBackupCommand(program: Command): void {
  program
    .command('backup [folder]')
    .description(
      '在线备份数据库和存储文件 / back up the database and the stored files while it serves',
    )
    .option('--keep <number>', '保留的份数，更早的删除 / how many to keep; older ones are removed')
    .option(
      '--rehearse',
      '恢复到临时目录并逐表核对 / restore it beside and compare every table',
      false,
    )
    .option('--json', '以 JSON 输出结果 / print the result as JSON')
    .action(async (folder: string | undefined, _options: BackupOptions, command: Command) => {
      const options = command.optsWithGlobals<BackupOptions & { json: boolean }>();
      const terminal = createTerminal(options.json);
      const opened = await terminal.step('打开数据库', 'Opening the database', () =>
        openFoundation({ logFile: '/dev/null' }),
      );
      try {
        await backUp(opened, folder, options, terminal);
      } finally {
        await opened.close();
      }
    });
}

async function backUp(
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

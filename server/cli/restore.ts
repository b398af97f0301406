import { basename, resolve } from 'node:path';

import { type AuditReport, verifyAudit } from '#kernel/audit/verify-audit.ts';
import { ownTools } from '#kernel/backup/backup-error.ts';
import type { BackupManifest, TableDigest } from '#kernel/backup/manifest.ts';
import { recordOperatorAct } from '#kernel/backup/record-operator-act.ts';
import { restoreBackup, type Restored, type RestoreTarget } from '#kernel/backup/restore-backup.ts';
import { compareDigests, digestTables, PLAIN_TEXT } from '#kernel/backup/table-digests.ts';
import { systemClock } from '#kernel/clock/clock.ts';
import { readConfig } from '#kernel/config/config.ts';
import type { Database } from '#kernel/db/database.ts';

import { OperatorError } from './explain.ts';
import { toProgress } from './progress.ts';
import { createTerminal, type Terminal } from './terminal.ts';

interface RestoreOptions {
  readonly to?: string;
  readonly into?: string;
  readonly archive?: string[];
  readonly force: boolean;
  readonly json: boolean;
}

interface Found {
  readonly tables: readonly TableDigest[];
  /** Undefined when the backup is of before the first start. */
  readonly audit: AuditReport | undefined;
}

/** Restores a backup into DATA_DIR, or another folder; a folder that holds data is refused unless forced. */
export async function restore(backup: string, options: RestoreOptions): Promise<void> {
  const config = readConfig();
  if (config.database.url !== undefined && options.into === undefined) throw ownTools();
  const terminal = createTerminal(options.json);
  const restored = await restoreBackup(
    {
      backup: resolve(backup),
      dataDir: resolve(options.into ?? config.dataDir),
      target: toTarget(options.to),
      force: options.force,
      archives: options.archive?.map((folder) => resolve(folder)),
      clock: systemClock,
      progress: toProgress(terminal),
    },
    async (database) => {
      const found = await inspect(database);
      await recordOperatorAct(database, systemClock, {
        act: 'backup.restored',
        name: basename(resolve(backup)),
        body: { to: options.to ?? 'latest', isWhole: found.audit?.isWhole ?? null },
      });
      return found;
    },
  );
  sayRestored(terminal, restored, options.to);
}

function toTarget(to: string | undefined): RestoreTarget {
  if (to === undefined) return { kind: 'latest' };
  const at = new Date(to);
  if (!Number.isNaN(at.getTime()) && /(?:Z|[+-]\d{2}:?\d{2})$/.test(to))
    return { kind: 'time', at };
  throw new OperatorError(
    `--to 的时刻“${to}”无法识别，请写成带时区的形式，如 2026-01-20T10:00:00+08:00。`,
    `"${to}" is not a moment; write it with its offset, such as 2026-01-20T10:00:00+08:00.`,
  );
}

async function inspect(database: Database): Promise<Found> {
  const session = await database.connectAlone();
  try {
    await session.query(PLAIN_TEXT);
    const tables = await digestTables(session);
    const isAudited = tables.some(({ table }) => table === 'kernel.audit_link');
    return { tables, audit: isAudited ? await verifyAudit(database) : undefined };
  } finally {
    await session.end();
  }
}

function sayRestored(
  terminal: Terminal,
  { manifest, lastActAt, isBeforeTarget, movedTo, inspected }: Restored<Found>,
  to: string | undefined,
): void {
  const { tables, audit } = inspected;
  const upTo = lastActAt?.toISOString() ?? manifest.finishedAt;
  terminal.say('');
  terminal.table([
    ['恢复到 restored up to', upTo],
    ['表与行 tables, rows', `${tables.length}, ${sumRows(tables)}`],
    ['备份后有变化的表 tables changed since', `${compareDigests(manifest.tables, tables).length}`],
    ['审计链 audit chains', audit === undefined ? '–' : toAuditWord(audit)],
    ...(movedTo === undefined ? [] : [['原数据移至 earlier data moved to', movedTo]]),
  ]);
  if (isBeforeTarget)
    terminal.say(
      `  ! 归档日志到此为止，早于 ${to ?? ''}；其中的内容已全部恢复 / the archived log ends before ${to ?? ''}; all of it was restored.`,
    );
  saySecrets(terminal, manifest);
  if (audit?.isWhole === false) process.exitCode = 1;
  terminal.result({ restoredUpTo: upTo, isBeforeTarget, movedTo, tables, audit });
}

function saySecrets(terminal: Terminal, { holdsSecrets }: BackupManifest): void {
  if (holdsSecrets) return;
  terminal.say(
    '  ! 备份不含密钥：请用原来的 FIELD_KEYS、SESSION_KEY、SIGNING_KEY 启动 / start with the FIELD_KEYS, SESSION_KEY and SIGNING_KEY of before: they are not in the backup.',
  );
}

const sumRows = (tables: readonly TableDigest[]): number =>
  tables.reduce((sum, { rows }) => sum + rows, 0);

const toAuditWord = ({ isWhole, entries }: AuditReport): string =>
  isWhole ? `完整 whole (${entries})` : '断裂 broken';

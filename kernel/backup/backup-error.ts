/** A backup, a restore or an export cannot go on. Says in one sentence in each language what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly zh: string;

  constructor(zh: string, en: string, cause?: unknown) {
    super(en, cause === undefined ? {} : { cause });
    this.zh = zh;
  }
}

/** The physical backup is of the embedded server only. */
export const ownTools = () =>
  new BackupError(
    '数据库由 DATABASE_URL 另行管理，物理备份请使用该服务器自己的工具（如 pg_basebackup）；onewindow export 可随时导出全部数据。',
    'The database of DATABASE_URL is run elsewhere: back it up with its own tools (such as pg_basebackup); onewindow export writes out all data at any time.',
  );

import { BackupError } from '#kernel/backup/backup-error.ts';
import { ConfigError } from '#kernel/config/env.ts';
import { KeyRingError } from '#kernel/crypto/key-ring.ts';
import { EmbeddedError } from '#kernel/db/embedded/index.ts';
import { MigrationChanged } from '#kernel/db/migrate.ts';
import { fillWords } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

/** A failure that the operator can mend, said in one sentence in each language. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly zh: string;

  constructor(zh: string, en: string, cause?: unknown) {
    super(en, cause === undefined ? {} : { cause });
    this.zh = zh;
  }
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

const SYSTEM: Readonly<Record<string, readonly [string, string]>> = {
  EADDRINUSE: [
    '端口已被占用，请关闭占用它的程序，或用 PORT=其他端口 启动。',
    'The port is in use: stop the program that holds it, or start with another PORT.',
  ],
  EACCES: [
    '没有权限写入数据目录或监听该端口，请检查权限，或用 DATA_DIR、PORT 另行指定。',
    'No permission for the data folder or the port: check them, or choose others with DATA_DIR and PORT.',
  ],
  ENOTDIR: [
    '数据目录的路径中有一段是文件而不是目录，请用 DATA_DIR 另行指定。',
    'Part of the path of the data folder is a file; choose another folder with DATA_DIR.',
  ],
  EEXIST: [
    '数据目录的位置上是一个文件，请移走它，或用 DATA_DIR 另行指定。',
    'There is a file where the data folder should be: move it away, or choose another folder with DATA_DIR.',
  ],
  EADDRNOTAVAIL: [
    '本机没有这个监听地址，请改正 HOST。',
    'This machine does not have that address; correct HOST.',
  ],
  ENOSPC: [
    '磁盘已满，请腾出空间后重新启动；已保存的数据不受影响。',
    'The disk is full: free some space and start again. Saved data is not affected.',
  ],
  EROFS: [
    '数据目录所在的磁盘是只读的，请用 DATA_DIR 指定可写目录。',
    'The data folder is on a read-only disk; choose a writable one with DATA_DIR.',
  ],
  ECONNREFUSED: [
    '连接不上数据库，请检查 DATABASE_URL 和数据库是否在运行。',
    'The database does not answer: check DATABASE_URL and that it runs.',
  ],
  ENOTFOUND: [
    '找不到数据库所在的主机，请检查 DATABASE_URL。',
    'The database host is not known: check DATABASE_URL.',
  ],
  ETIMEDOUT: [
    '连接数据库超时，请检查 DATABASE_URL 和网络。',
    'The database did not answer in time: check DATABASE_URL and the network.',
  ],
  '28000': [
    '数据库不接受这个用户，请检查 DATABASE_URL。',
    'The database refuses this user: check DATABASE_URL.',
  ],
  '28P01': [
    '数据库用户名或密码不对，请检查 DATABASE_URL。',
    'The database refuses the user or password: check DATABASE_URL.',
  ],
  '3D000': [
    '数据库不存在，请先建立，或检查 DATABASE_URL。',
    'The database does not exist: create it, or check DATABASE_URL.',
  ],
  '53100': ['数据库磁盘已满，请腾出空间。', 'The disk of the database is full: free some space.'],
};

/** One sentence in Chinese and one in English that say what to do. */
export function explain(error: unknown): readonly [string, string] {
  if (error instanceof OperatorError) return [error.zh, error.message];
  if (error instanceof BackupError) return [error.zh, error.message];
  if (error instanceof ConfigError) return [error.sentence['zh-CN'], error.sentence.en];
  if (error instanceof KeyRingError) return [error.sentence['zh-CN'], error.sentence.en];
  if (error instanceof EmbeddedError) return [error.sentence.zh, error.sentence.en];
  if (error instanceof ProblemError) {
    return [
      fillWords(error.kind.title, 'zh-CN', error.values),
      fillWords(error.kind.title, 'en', error.values),
    ];
  }
  if (error instanceof MigrationChanged) return [error.message, ''];
  if (error instanceof Error) {
    const known = SYSTEM[codeOf(error)];
    if (known) return known;
    return [`出现未预料的故障：${error.message}`, error.stack ?? ''];
  }
  return ['出现未预料的故障。', String(error)];
}

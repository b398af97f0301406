import { statfsSync } from 'node:fs';

// One segment of PostgreSQL's log, which it must be able to create.
const LEAST_FREE_BYTES = 16 * 1024 * 1024;

const DAMAGE =
  /could not locate a valid checkpoint record|incorrect checksum in control file|incompatible with server|invalid data in/;

/** A sentence for people, in both languages of the product. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export type EmbeddedErrorCode =
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'binaries-unusable'
  | 'no-server-account'
  | 'no-permission'
  | 'disk-full'
  | 'other-owner'
  | 'other-version'
  | 'damaged'
  | 'not-a-cluster'
  | 'busy'
  | 'not-ready'
  | 'setting-refused'
  | 'socket-folder-taken'
  | 'initialise-failed'
  | 'start-failed';

/** The embedded database cannot run. `sentence` says what to do about it; `detail` is for the log. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly code: EmbeddedErrorCode;
  readonly sentence: Sentence;
  readonly detail: string;

  constructor(code: EmbeddedErrorCode, sentence: Sentence, detail = '', cause?: unknown) {
    super(detail === '' ? sentence.en : `${sentence.en}\n${detail}`, { cause });
    this.code = code;
    this.sentence = sentence;
    this.detail = detail;
  }
}

export function noPermission(path: string, detail = '', cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'no-permission',
    {
      zh: `没有权限写入“${path}”。请把该目录的权限授予当前用户，或用 DATA_DIR 指定一个可写的目录。`,
      en: `Cannot write to "${path}". Give this user permission for that folder, or choose a writable one with DATA_DIR.`,
    },
    detail,
    cause,
  );
}

export function diskFull(path: string, detail = '', cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'disk-full',
    {
      zh: `“${path}”所在的磁盘已满。请腾出空间后重新启动，已保存的数据不受影响。`,
      en: `The disk that holds "${path}" is full. Free some space and start again; saved data is not affected.`,
    },
    detail,
    cause,
  );
}

/** Turns a failure of the file system into the sentence that fits it; anything else comes back unchanged. */
export function fromFileError(error: unknown, path: string): unknown {
  if (error instanceof EmbeddedError || !(error instanceof Error)) return error;
  switch (errnoOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return noPermission(path, error.message, error);
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100': // PostgreSQL's own code for it
      return diskFull(path, error.message, error);
    case 'ENOTDIR':
    case 'EEXIST':
      return notACluster(path, error.message, error);
    default:
      return error;
  }
}

/** The system's error code (`ENOENT`, ...), or '' for any other failure. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

export function notACluster(path: string, detail = '', cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'not-a-cluster',
    {
      zh: `“${path}”里有其他文件，但不是数据库。请把这些文件移走，或用 DATA_DIR 指定另一个目录。`,
      en: `"${path}" holds something that is not a database. Move it away, or choose another folder with DATA_DIR.`,
    },
    detail,
    cause,
  );
}

export function damaged(path: string, detail: string): EmbeddedError {
  return new EmbeddedError(
    'damaged',
    {
      zh: `数据库目录“${path}”已损坏。请不要修改其中的文件，用 onewindow restore 从最近的备份恢复。`,
      en: `The database folder "${path}" is damaged. Leave its files as they are and restore the latest backup with onewindow restore.`,
    },
    detail,
  );
}

/** Reads what PostgreSQL or initdb printed and picks the sentence that fits; `otherwise` when none does. */
export function fromServerOutput(
  output: string,
  path: string,
  otherwise: EmbeddedErrorCode,
): EmbeddedError {
  if (/No space left on device|Disk quota exceeded/.test(output) || isFull(path)) {
    return diskFull(path, output);
  }
  if (/Permission denied|Read-only file system|Operation not permitted/.test(output))
    return noPermission(path, output);
  if (DAMAGE.test(output)) return damaged(path, output);
  return new EmbeddedError(
    otherwise,
    {
      zh: `内置数据库无法启动，原因见下方日志。可重试；若仍失败，请用 onewindow restore 恢复备份，或用 DATABASE_URL 连接另一台 PostgreSQL。`,
      en: `The embedded database did not start; its log below says why. Try again; if it still fails, restore a backup with onewindow restore, or connect another PostgreSQL with DATABASE_URL.`,
    },
    output,
  );
}

// On a full disk the server cannot even write down why it ended.
function isFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize < LEAST_FREE_BYTES;
  } catch {
    return false;
  }
}

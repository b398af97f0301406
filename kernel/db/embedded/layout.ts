import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { EmbeddedError, errnoOf } from './errors.ts';
import { noServerAccount, type ServerIdentity } from './identity.ts';

/** Where things are inside the folder of one embedded server. */
export interface Layout {
  readonly home: string;
  /** PostgreSQL's own data directory. Belongs to the server's account alone. */
  readonly cluster: string;
  /** Finished WAL segments, kept for backups. */
  readonly archive: string;
  readonly socket: string;
  /** Locks, users and the log of the start: this program's own notes. */
  readonly run: string;
  readonly lock: string;
  readonly users: string;
  readonly startLog: string;
}

/** The port only names the socket file: each server has a socket folder of its own. */
export const SOCKET_PORT = 5432;

// sockaddr_un.sun_path has 108 bytes with its closing zero, unix(7).
const LONGEST_SOCKET_PATH = 107;

/**
 * Gives a file that root made to the owner of the folder that it is in: a person who once started with sudo must be able
 * to start without.
 */
export function handToFolderOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  if (uid !== 0) lchownSync(path, uid, gid);
}

/** Creates the outer folder and names everything in it. */
export function prepareLayout(dataDir: string): Layout {
  mkdirSync(dataDir, { recursive: true });
  const home = realpathSync(dataDir);
  const run = join(home, 'run');
  mkdirSync(run, { recursive: true, mode: 0o700 });
  handToFolderOwner(run);
  return {
    home,
    run,
    cluster: join(home, 'cluster'),
    archive: join(home, 'archive'),
    socket: join(home, 'socket'),
    lock: join(run, 'lock'),
    users: join(run, 'users'),
    startLog: join(run, 'start.log'),
  };
}

/** Makes the folders that the server writes to, for its account only. */
export function prepareServerFolders(layout: Layout, identity: ServerIdentity): void {
  // The server's account passes through, but lists nothing.
  if (identity.switches) chmodSync(layout.home, 0o711);
  makePrivateFolder(layout.socket, identity);
  makePrivateFolder(layout.archive, identity);
}

/**
 * The folder of the socket as clients name it. Usually inside the server's folder; a path too long for a socket address
 * gets a short private folder, always the same one for the same place.
 */
export function prepareSocketFolder(layout: Layout, identity: ServerIdentity): string {
  if (fitsSocketPath(layout.socket)) return layout.socket;
  const name = `onewindow-${createHash('sha256').update(layout.home).digest('hex').slice(0, 20)}`;
  const parents = process.getuid?.() === 0 ? ['/run', '/tmp', '/var/tmp'] : ['/tmp', '/var/tmp'];
  for (const parent of parents) {
    if (tryPrivateFolder(join(parent, name), identity)) return join(parent, name);
  }
  throw new EmbeddedError('socket-folder-taken', {
    zh: `数据目录“${layout.home}”的路径太长，且无法在 ${parents.join('、')} 下建立私有目录。请用 DATA_DIR 指定一个路径较短的目录。`,
    en: `The path of "${layout.home}" is too long and no private folder can be made in ${parents.join(', ')}. Choose a folder with a shorter path with DATA_DIR.`,
  });
}

export function fitsSocketPath(directory: string): boolean {
  return Buffer.byteLength(join(directory, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH;
}

function makePrivateFolder(path: string, identity: ServerIdentity): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { uid, mode } = statSync(path);
  if (uid !== identity.uid) giveFolder(path, identity);
  if ((mode & 0o777) !== 0o700) chmodSync(path, 0o700);
}

// A container can take from root the right to give files away; it could not start the server as another account either.
function giveFolder(path: string, identity: ServerIdentity): void {
  try {
    chownSync(path, identity.uid, identity.gid);
  } catch (error) {
    throw ['EPERM', 'EINVAL'].includes(errnoOf(error)) ? noServerAccount() : error;
  }
}

// In a folder that everybody may write to, a name can be taken by somebody else: theirs is never used.
function tryPrivateFolder(path: string, identity: ServerIdentity): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    if (identity.switches) chownSync(path, identity.uid, identity.gid);
    return true;
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') return false;
  }
  const found = lstatSync(path);
  return found.isDirectory() && found.uid === identity.uid && (found.mode & 0o077) === 0;
}

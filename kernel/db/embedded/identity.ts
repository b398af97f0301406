import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { EmbeddedError } from './errors.ts';

/** Whom the server runs as. PostgreSQL refuses uid 0, so root lends it another account. */
export interface ServerIdentity {
  readonly uid: number;
  readonly gid: number;
  /** True when this process must change to that account, which only root can. */
  readonly switches: boolean;
}

export interface IdMap {
  readonly first: number;
  readonly count: number;
}

// Outside every range that distributions give to people and packages, so that it collides with nobody.
const PREFERRED_UID = 70543;
// For user namespaces that map only the first 65,536 ids; Debian leaves 60000-64999 to be created on demand.
const NAMESPACE_UID = 60543;

/** Chooses the account for the data in `clusterDir`: the owner of existing data, so that it stays readable to it. */
export function chooseIdentity(clusterDir: string): ServerIdentity {
  const own = process.getuid?.() ?? 0;
  const ownGroup = process.getgid?.() ?? 0;
  const owner = findOwner(clusterDir);
  if (own !== 0) {
    if (owner !== undefined && owner.uid !== own) throw otherOwner(clusterDir, owner.uid);
    return { uid: own, gid: ownGroup, switches: false };
  }
  if (owner !== undefined && owner.uid !== 0) return { ...owner, switches: true };
  const uid = chooseServerUid(readIdMap());
  if (uid === undefined) throw noServerAccount();
  return { uid, gid: uid, switches: true };
}

/** The numeric account for a server that root starts, or undefined where no other id than 0 exists. */
export function chooseServerUid(map: readonly IdMap[]): number | undefined {
  return [PREFERRED_UID, NAMESPACE_UID].find((uid) =>
    map.some((range) => uid >= range.first && uid < range.first + range.count),
  );
}

/** The spawn options that make a child run as the server does. */
export function toSpawnIdentity(identity: ServerIdentity): { uid?: number; gid?: number } {
  return identity.switches ? { uid: identity.uid, gid: identity.gid } : {};
}

/** initdb wants an account with a name: the server's own when it has one, else `nobody`, which exists everywhere. */
export function chooseInitialiser(identity: ServerIdentity): ServerIdentity {
  if (!identity.switches) return identity;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid = '', gid = '']) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name !== '' && account.uid > 0);
  const chosen =
    accounts.find((account) => account.uid === identity.uid) ??
    accounts.find((account) => account.name === 'nobody') ??
    accounts[0];
  if (chosen === undefined) throw noServerAccount();
  return { uid: chosen.uid, gid: chosen.gid, switches: true };
}

/** Whether the account may enter `directory` and everything above it. */
export function mayEnter(identity: ServerIdentity, directory: string): boolean {
  for (let path = directory; ; path = dirname(path)) {
    if ((statSync(path).mode & toSearchBit(identity, path)) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function toSearchBit(identity: ServerIdentity, path: string): number {
  const { uid, gid } = statSync(path);
  if (uid === identity.uid) return 0o100;
  return gid === identity.gid ? 0o010 : 0o001;
}

function findOwner(path: string): { uid: number; gid: number } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : { uid: found.uid, gid: found.gid };
}

function readIdMap(): IdMap[] {
  return readFileSync('/proc/self/uid_map', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([first = 0, , count = 0]) => ({ first, count }));
}

function otherOwner(path: string, uid: number): EmbeddedError {
  return new EmbeddedError('other-owner', {
    zh: `数据库目录“${path}”属于另一个用户（uid ${uid}）。请用该用户或 root 启动，或用 DATA_DIR 指定另一个目录。`,
    en: `The database folder "${path}" belongs to another user (uid ${uid}). Start as that user or as root, or choose another folder with DATA_DIR.`,
  });
}

export function noServerAccount(): EmbeddedError {
  return new EmbeddedError('no-server-account', {
    zh: '数据库不能以 root 身份运行，而这里没有其他可用的用户。请用普通用户启动，或用 DATABASE_URL 连接一台 PostgreSQL。',
    en: 'The database must not run as root, and no other account is available here. Start as an ordinary user, or connect a PostgreSQL with DATABASE_URL.',
  });
}

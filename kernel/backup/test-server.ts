import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian puts the server's programs of one major version. */
const programsOf = (major: number): string => `/usr/lib/postgresql/${major}/bin`;

/** Whether this machine has PostgreSQL of that version from its distribution. */
export const hasServer = (major: number): boolean => existsSync(join(programsOf(major), 'initdb'));

/** A PostgreSQL of the distribution in a folder of its own, on a socket; for tests and benches. */
export interface OtherServer {
  readonly url: string;
  stop(): void;
}

export function startOtherServer(major: number, settings: readonly string[] = []): OtherServer {
  const bin = programsOf(major);
  const home = mkdtempSync(join(tmpdir(), `onewindow-pg${major}-`));
  const data = join(home, 'data');
  mkdirSync(data);
  const account = toAccount();
  chmodSync(home, 0o700);
  if (account.uid !== undefined) {
    chownSync(home, account.uid, account.gid);
    chownSync(data, account.uid, account.gid);
  }
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(bin, program), args, {
      cwd: home,
      stdio: 'ignore',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
      ...(account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }),
    });
  run('initdb', '-D', data, '-U', 'onewindow', '-E', 'UTF8', '--auth=trust', '-N');
  const options = [`-k ${home}`, '-h ""', ...settings.map((each) => `-c ${each}`)].join(' ');
  run('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start');
  const url = `postgresql://onewindow@localhost/postgres?host=${home}`;
  return {
    url,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

// initdb refuses root and wants an account with a name.
function toAccount(): { readonly uid?: number; readonly gid: number } {
  if (process.getuid?.() !== 0) return { gid: 0 };
  const idOf = (flag: string) => spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout;
  return { uid: Number(idOf('-u')), gid: Number(idOf('-g')) };
}

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { readEnv } from '#kernel/config/env.ts';
import { makeSecrets } from '#kernel/config/secrets.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));

let home: string;
let demonstration: TestDatabase;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onewindow-cli-'));
  demonstration = await openTestDatabase();
});
afterAll(async () => {
  await demonstration.drop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

interface Run {
  readonly text: () => string;
  kill(signal: NodeJS.Signals): void;
  waitFor(words: string): Promise<void>;
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** The real program in a process of its own. */
function run(command: string, env: Record<string, string>): Run {
  const child = spawn(process.execPath, [CLI, command], {
    env: { PATH: readEnv('PATH') ?? '', DATA_DIR: join(home, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const look = new Set<() => void>();
  const take = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    for (const each of look) each();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
  return {
    text: () => text,
    kill: (signal) => child.kill(signal),
    ended,
    waitFor: (words) =>
      new Promise((resolve, reject) => {
        const check = () => text.includes(words) && resolve();
        look.add(check);
        check();
        void ended.then(() => reject(new Error(`ended without saying ${words}:\n${text}`)));
      }),
  };
}

/** One sentence in each language, no stack, and an exit code that is not 0. */
async function expectRefusal(refused: Run, zh: RegExp, en: RegExp): Promise<void> {
  expect(await refused.ended).toBe(1);
  expect(refused.text()).toMatch(zh);
  expect(refused.text()).toMatch(en);
  expect(refused.text()).not.toMatch(/\n\s+at .*:\d+:\d+/);
}

const productionSecrets = () => {
  const { fieldKeys, sessionKey, signingKey } = makeSecrets();
  return { FIELD_KEYS: fieldKeys, SESSION_KEY: sessionKey, SIGNING_KEY: signingKey };
};

const testUrl = () => {
  const { host, user } = inject('postgres');
  return `postgresql://${user}@localhost/${demonstration.name}?host=${host}`;
};

test('a port that is taken is said before anything else is done', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => {
    holder.once('listening', resolve);
  });
  const address = holder.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const dataDir = join(home, 'never');
  await expectRefusal(
    run('start', { PORT: String(port), DATA_DIR: dataDir }),
    /请关闭占用该端口的程序/,
    /stop the program that holds the port/,
  );
  expect(existsSync(dataDir)).toBe(false);
  holder.close();
});

test('a wrong setting is named', async () => {
  await expectRefusal(
    run('start', { PORT: 'abc' }),
    /环境变量 PORT 的值“abc”不正确/,
    /The setting PORT has a value that cannot be used/,
  );
});

test('a data folder that cannot be written to is named', async () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  await expectRefusal(
    run('start', { PORT: '0', DATA_DIR: join(file, 'data') }),
    /用 DATA_DIR 另行指定/,
    /choose another folder with DATA_DIR/,
  );
});

test('a database that does not answer, and one that is not there, are told apart', async () => {
  const mode = { ONEWINDOW_MODE: 'demonstration', PORT: '0' };
  await expectRefusal(
    run('start', { ...mode, DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }),
    /连接不上数据库/,
    /does not answer/,
  );
  await expectRefusal(
    run('start', {
      ...mode,
      DATABASE_URL: testUrl().replace(demonstration.name, 'no_such_database'),
    }),
    /数据库不存在/,
    /does not exist/,
  );
});

test('production does not start without secrets, nor on the database of a demonstration', async () => {
  const mode = { ONEWINDOW_MODE: 'production', PORT: '0' };
  await expectRefusal(run('start', mode), /正式运行必须提供/, /Production needs FIELD_KEYS/);
  await expectRefusal(
    run('start', { ...mode, ...productionSecrets(), DATABASE_URL: testUrl() }),
    /数据库中有演示用的中心/,
    /of a demonstration, which production refuses/,
  );
});

const mayMount = (() => {
  const probe = mkdtempSync(join(tmpdir(), 'onewindow-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
})();

test.skipIf(!mayMount)('a full disk is said as such', async () => {
  const disk = join(home, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=30m', 'tmpfs', disk]);
  try {
    await expectRefusal(
      run('migrate', { DATA_DIR: join(disk, 'data') }),
      /所在的磁盘已满/,
      /The disk that holds .* is full/,
    );
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

test('migrations cut off by kill -9 are finished by the next start, which stops in order', async () => {
  const dataDir = join(home, 'cut');
  const first = run('migrate', { DATA_DIR: dataDir });
  await first.waitFor('kernel/jobs');
  first.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');

  const worker = run('worker', { DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  await worker.waitFor('Background work is running');
  // A service manager and a shell may each say it, and again.
  for (let time = 0; time < 3; time += 1) worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(worker.text()).toContain('已停止 Stopped');
  expect(existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);

  const again = run('migrate', { DATA_DIR: dataDir });
  expect(await again.ended).toBe(0);
  expect(again.text()).toContain('0 项更新');
}, 60_000);

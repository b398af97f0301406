import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { EmbeddedError, type EmbeddedErrorCode, startEmbedded } from './index.ts';
import { copyFolder, makePlace, query } from './test-support.ts';

const used = makePlace();
const usedDir = join(used.path, 'postgres');
let place: ReturnType<typeof makePlace>;
let dataDir: string;
let cluster: string;

beforeAll(async () => {
  const server = await startEmbedded({ dataDir: usedDir });
  await server.stop();
});

afterAll(() => used.remove());

beforeEach(() => {
  place = makePlace();
  dataDir = join(place.path, 'postgres');
  cluster = join(dataDir, 'cluster');
});

afterEach(() => place.remove());

async function expectRefusal(code: EmbeddedErrorCode, folder = dataDir): Promise<EmbeddedError> {
  const outcome = await startEmbedded({ dataDir: folder }).then(
    (server) => server.stop(),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(EmbeddedError);
  const error = outcome as EmbeddedError;
  expect(error.code).toBe(code);
  expect(error.sentence.zh).toMatch(/^[^。]+。/);
  expect(error.sentence.en).toMatch(/\.$/);
  return error;
}

test('says that data of another major version must be exported and imported', async () => {
  copyFolder(usedDir, dataDir);
  writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
  const { sentence } = await expectRefusal('other-version');
  expect(sentence.en).toContain('PostgreSQL 17');
  expect(existsSync(join(cluster, 'global', 'pg_control'))).toBe(true);
});

test.each([
  ['an unreadable version', (): void => writeFileSync(join(cluster, 'PG_VERSION'), '\0\0\0')],
  ['an empty version', (): void => writeFileSync(join(cluster, 'PG_VERSION'), '')],
  ['no version', (): void => rmSync(join(cluster, 'PG_VERSION'))],
  ['no control file', (): void => rmSync(join(cluster, 'global', 'pg_control'))],
  [
    'a control file of nonsense',
    (): void => writeFileSync(join(cluster, 'global', 'pg_control'), Buffer.alloc(8192, 7)),
  ],
])('calls data with %s damaged and asks for the backup', async (_name, damage) => {
  copyFolder(usedDir, dataDir);
  damage();
  const { sentence } = await expectRefusal('damaged');
  expect(sentence.en).toContain('onewindow restore');
});

test('leaves a folder with other files alone', async () => {
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, 'letter.txt'), 'keep me');
  await expectRefusal('not-a-cluster');
  expect(existsSync(join(cluster, 'letter.txt'))).toBe(true);
});

test('says so when the folder is a file', async () => {
  writeFileSync(dataDir, '');
  const { sentence } = await expectRefusal('not-a-cluster');
  expect(sentence.en).toContain(dataDir);
});

test('says so when it may not write there', async () => {
  // Not even root makes folders in sysfs.
  const { sentence } = await expectRefusal('no-permission', '/sys/onewindow');
  expect(sentence.en).toContain('/sys/onewindow');
});

test('refuses a setting that would open a port', async () => {
  await expect(
    startEmbedded({ dataDir, settings: { listen_addresses: '*' } }),
  ).rejects.toMatchObject({ code: 'setting-refused' });
});

test('shows what the server said when it does not start, and leaves nothing running', async () => {
  copyFolder(usedDir, dataDir);
  const starting = startEmbedded({ dataDir, settings: { shared_buffers: 'many' } });
  await expect(starting).rejects.toMatchObject({
    code: 'start-failed',
    detail: expect.stringContaining('shared_buffers'),
  });
  const server = await startEmbedded({ dataDir });
  expect(server.adopted).toBe(false);
  await server.stop();
});

test.runIf(mayMount())(
  'on a full disk asks for space, and goes on when there is some',
  async () => {
    mkdirSync(dataDir);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', dataDir]);
    try {
      const first = await startEmbedded({ dataDir });
      await query(first.connection, 'CREATE TABLE kept AS SELECT 1 AS id');
      await first.stop();
      const { bavail, bsize } = statfsSync(dataDir);
      writeFileSync(join(dataDir, 'ballast'), Buffer.alloc(bavail * bsize));
      await expectRefusal('disk-full');
      rmSync(join(dataDir, 'ballast'));
      const second = await startEmbedded({ dataDir });
      expect(await query(second.connection, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
      await second.stop();
    } finally {
      execFileSync('umount', ['--lazy', dataDir]);
    }
  },
);

// Root in a container usually may not.
function mayMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  const probe = makePlace();
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', probe.path], { stdio: 'ignore' });
    execFileSync('umount', [probe.path]);
    return true;
  } catch {
    return false;
  } finally {
    probe.remove();
  }
}

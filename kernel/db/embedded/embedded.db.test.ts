import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { type EmbeddedServer, startEmbedded, type StepId } from './index.ts';
import { copyFolder, makePlace, query, startOtherUser } from './test-support.ts';

const isRoot = process.getuid?.() === 0;

// A database that was used and shut down, to copy for each test that need not watch the first start.
const used = makePlace();
const usedDir = join(used.path, 'postgres');
let place: ReturnType<typeof makePlace>;
let dataDir: string;

beforeAll(async () => {
  const server = await startEmbedded({ dataDir: usedDir });
  await query(server.connection, 'CREATE TABLE kept AS SELECT 1 AS id');
  await server.stop();
});

afterAll(() => used.remove());

beforeEach(() => {
  place = makePlace();
  dataDir = join(place.path, 'postgres');
});

afterEach(() => place.remove());

async function listKept(server: EmbeddedServer): Promise<number[]> {
  const rows = await query<{ id: number }>(server.connection, 'SELECT id FROM kept ORDER BY id');
  return rows.map(({ id }) => id);
}

test('starts on an empty folder and serves an account that is no superuser', async () => {
  const steps: StepId[] = [];
  const server = await startEmbedded({ dataDir, onStep: ({ id }) => steps.push(id) });
  expect(steps.filter((id) => id !== 'binaries')).toEqual(['initialise', 'start', 'database']);
  expect(server).toMatchObject({ adopted: false, version: expect.stringMatching(/^18\./) });
  const rows = await query(
    server.connection,
    `SELECT current_user AS name, rolsuper AS super, rolcreatedb AS makes,
       datlocprovider AS provider, pg_encoding_to_char(encoding) AS encoding,
       current_setting('data_checksums') AS checksums
     FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
  );
  expect(rows).toEqual([
    {
      name: 'onewindow',
      super: false,
      makes: true,
      provider: 'b',
      encoding: 'UTF8',
      checksums: 'on',
    },
  ]);
  await server.stop();
  expect(listLeftovers()).toEqual([]);
});

test('keeps its socket where no other account can enter, and opens no port', async () => {
  copyFolder(usedDir, dataDir);
  const server = await startEmbedded({ dataDir });
  expect(statSync(server.connection.host).mode & 0o777).toBe(0o700);
  expect(statSync(server.clusterDir).mode & 0o777).toBe(0o700);
  expect(await query(server.superuser, 'SHOW listen_addresses')).toEqual([
    { listen_addresses: '' },
  ]);
  await server.stop();
});

test('finds its rows again at the second start, by the address as one string', async () => {
  copyFolder(usedDir, dataDir);
  const first = await startEmbedded({ dataDir });
  await query(first.connection, 'INSERT INTO kept VALUES (2)');
  await first.stop();
  const second = await startEmbedded({ dataDir });
  expect(second.adopted).toBe(false);
  expect(await listKept(second)).toEqual([1, 2]);
  expect(new URL(second.url).searchParams.get('host')).toBe(second.connection.host);
  await second.stop();
});

test('makes trigrams of Chinese text', async () => {
  copyFolder(usedDir, dataDir);
  const server = await startEmbedded({ dataDir });
  await query(server.connection, 'CREATE EXTENSION pg_trgm');
  const rows = await query(server.connection, `SELECT show_trgm('服务中心') <> '{}' AS found`);
  expect(rows).toEqual([{ found: true }]);
  await server.stop();
});

test('two processes that start at once on nothing create one database', async () => {
  const users = [startOtherUser(dataDir), startOtherUser(dataDir)];
  const ready = await Promise.all(users.map((user) => user.waitFor('ready')));
  const pids = ready.map((line) => line.split(' ')[1]);
  expect(pids[0]).toBe(pids[1]);
  expect(new Set(ready.map((line) => line.split(' ')[2]))).toEqual(new Set(['false', 'true']));
  const steps = users.flatMap((user) => user.lines);
  expect(steps.filter((line) => line === 'step initialise')).toHaveLength(1);
  await Promise.all(users.map((user) => user.stop()));
  expect(listLeftovers()).toEqual([]);
});

test('stays up until its last user leaves', async () => {
  copyFolder(usedDir, dataDir);
  const other = startOtherUser(dataDir);
  await other.waitFor('ready');
  const server = await startEmbedded({ dataDir });
  expect(server.adopted).toBe(true);
  await other.stop();
  expect(await listKept(server)).toEqual([1]);
  await server.stop();
  expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false);
});

test('two users inside one process count as two, and stopping twice as once', async () => {
  copyFolder(usedDir, dataDir);
  const first = await startEmbedded({ dataDir });
  const second = await startEmbedded({ dataDir });
  await first.stop();
  await first.stop();
  expect(await listKept(second)).toEqual([1]);
  await second.stop();
});

test('works below a path that is too long for a socket', async () => {
  const deep = join(place.path, 'a-long-name-'.repeat(8));
  mkdirSync(deep);
  copyFolder(usedDir, join(deep, 'postgres'));
  const server = await startEmbedded({ dataDir: join(deep, 'postgres') });
  expect(server.connection.host.length).toBeLessThan(90);
  expect(statSync(server.connection.host).mode & 0o777).toBe(0o700);
  expect(await listKept(server)).toEqual([1]);
  await server.stop();
  expect(existsSync(server.connection.host)).toBe(false);
});

test.runIf(isRoot)('works as root below a folder that no other account may enter', async () => {
  copyFolder(usedDir, dataDir);
  chmodSync(place.path, 0o700);
  const server = await startEmbedded({ dataDir });
  expect(statSync(server.clusterDir).uid).not.toBe(0);
  expect(await listKept(server)).toEqual([1]);
  await server.stop();
});

test('archives finished segments when asked to', async () => {
  copyFolder(usedDir, dataDir);
  const server = await startEmbedded({ dataDir, archive: true });
  await query(server.connection, 'INSERT INTO kept VALUES (2)');
  const [row] = await query<{ name: string }>(
    server.connection,
    'SELECT pg_walfile_name(pg_switch_wal()) AS name',
  );
  await vi.waitFor(() => expect(readdirSync(server.archiveDir)).toContain(row?.name), 10_000);
  expect(statSync(join(server.archiveDir, row?.name ?? '')).size).toBe(16 * 1024 * 1024);
  await server.stop();
});

// What a start makes and nobody needs afterwards.
function listLeftovers(): string[] {
  const expected = ['archive', 'cluster', 'run', 'socket'];
  const inHome = readdirSync(dataDir).filter(
    (name) => !expected.includes(name) && !name.startsWith('postgresql-'),
  );
  const inRun = readdirSync(join(dataDir, 'run')).filter(
    (name) => !['users', 'start.log'].includes(name),
  );
  return [...inHome, ...inRun, ...readdirSync(join(dataDir, 'run', 'users'))];
}

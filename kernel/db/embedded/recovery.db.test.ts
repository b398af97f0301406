import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { startEmbedded, type StepId } from './index.ts';
import { findPostmaster } from './postmaster-pid.ts';
import { copyFolder, makePlace, query, startOtherUser } from './test-support.ts';

const used = makePlace();
const usedDir = join(used.path, 'postgres');
let place: ReturnType<typeof makePlace>;
let dataDir: string;
let cluster: string;

beforeAll(async () => {
  const server = await startEmbedded({ dataDir: usedDir });
  await query(server.connection, 'CREATE TABLE kept AS SELECT 1 AS id');
  await server.stop();
});

afterAll(() => used.remove());

beforeEach(() => {
  place = makePlace();
  dataDir = join(place.path, 'postgres');
  cluster = join(dataDir, 'cluster');
});

afterEach(() => place.remove());

const SELECT_KEPT = 'SELECT id FROM kept ORDER BY id';

test('adopts the server of a process that was killed', async () => {
  copyFolder(usedDir, dataDir);
  const other = startOtherUser(dataDir);
  const pid = Number((await other.waitFor('ready')).split(' ')[1]);
  await other.kill();
  const server = await startEmbedded({ dataDir });
  expect(server).toMatchObject({ adopted: true, pid });
  // The killed one does not count as a user any more.
  await server.stop();
  expect(findPostmaster(cluster)).toBeUndefined();
});

test('restarts an adopted server that nobody uses when other settings are wanted', async () => {
  copyFolder(usedDir, dataDir);
  const other = startOtherUser(dataDir);
  await other.waitFor('ready');
  await other.kill();
  const server = await startEmbedded({ dataDir, settings: { max_connections: '33' } });
  expect(server.adopted).toBe(false);
  expect(await query(server.connection, 'SHOW max_connections')).toEqual([
    { max_connections: '33' },
  ]);
  await server.stop();
});

test('has every acknowledged row after server and program were killed', async () => {
  copyFolder(usedDir, dataDir);
  const other = startOtherUser(dataDir);
  const pid = Number((await other.waitFor('ready')).split(' ')[1]);
  const joined = await startEmbedded({ dataDir });
  await query(joined.connection, 'INSERT INTO kept VALUES (2)');
  process.kill(pid, 'SIGSTOP');
  await other.kill();
  process.kill(pid, 'SIGKILL');
  await joined.stop();
  const steps: StepId[] = [];
  const server = await startEmbedded({ dataDir, onStep: ({ id }) => steps.push(id) });
  expect(steps).toContain('recover');
  expect(await query(server.connection, SELECT_KEPT)).toEqual([{ id: 1 }, { id: 2 }]);
  await server.stop();
});

test('starts a killed server again by itself while it is in use', async () => {
  copyFolder(usedDir, dataDir);
  const steps: StepId[] = [];
  const server = await startEmbedded({ dataDir, onStep: ({ id }) => steps.push(id) });
  await query(server.connection, 'INSERT INTO kept VALUES (2)');
  const first = server.pid;
  process.kill(first, 'SIGKILL');
  await vi.waitUntil(() => server.pid !== first, { timeout: 20_000 });
  expect(steps).toContain('restart');
  expect(await query(server.connection, SELECT_KEPT)).toEqual([{ id: 1 }, { id: 2 }]);
  await server.stop();
  expect(findPostmaster(cluster)).toBeUndefined();
});

test('is not taken in by a process number that now belongs to another process', async () => {
  copyFolder(usedDir, dataDir);
  // A PostgreSQL by its name, running as the account that the server runs as.
  const { uid, gid } = statSync(cluster);
  const unrelated = spawn('sleep', ['60'], {
    argv0: '/usr/lib/postgresql/18/bin/postgres',
    ...(process.getuid?.() === 0 ? { uid, gid } : {}),
  });
  try {
    writeNote(unrelated.pid);
    const server = await startEmbedded({ dataDir });
    expect(server.adopted).toBe(false);
    expect(await query(server.connection, SELECT_KEPT)).toEqual([{ id: 1 }]);
    await server.stop();
  } finally {
    await endProcess(unrelated);
  }
});

test('is not taken in by a zombie of the killed server', async () => {
  copyFolder(usedDir, dataDir);
  // The shell is replaced by a program that never asks what became of its child.
  const careless = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
  try {
    const [output] = (await once(careless.stdout, 'data')) as [Buffer];
    const zombie = Number(output.toString());
    await vi.waitUntil(() => readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z '));
    writeNote(zombie);
    const server = await startEmbedded({ dataDir });
    expect(await query(server.connection, SELECT_KEPT)).toEqual([{ id: 1 }]);
    await server.stop();
  } finally {
    await endProcess(careless);
  }
});

test('is not kept from starting by an empty note that a full disk left', async () => {
  copyFolder(usedDir, dataDir);
  writeFileSync(join(cluster, 'postmaster.pid'), '');
  const server = await startEmbedded({ dataDir });
  expect(await query(server.connection, SELECT_KEPT)).toEqual([{ id: 1 }]);
  await server.stop();
});

test('starts over when the first start was killed in the middle', async () => {
  const other = startOtherUser(dataDir);
  await other.waitFor('step initialise');
  // It has begun to write, and is not done.
  await vi.waitUntil(() => listDrafts().some((name) => existsSync(join(dataDir, name, 'base'))), {
    timeout: 20_000,
    interval: 5,
  });
  await other.kill();
  expect(existsSync(cluster)).toBe(false);
  const server = await startEmbedded({ dataDir });
  expect(await query(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(listDrafts()).toEqual([]);
  await server.stop();
});

test('finishes a first start that was killed before it had its database', async () => {
  copyFolder(usedDir, dataDir);
  const first = await startEmbedded({ dataDir });
  await query({ ...first.superuser, database: 'postgres' }, 'DROP DATABASE onewindow');
  await query({ ...first.superuser, database: 'postgres' }, 'DROP ROLE onewindow');
  await first.stop();
  const second = await startEmbedded({ dataDir });
  const rows = await query(second.connection, `SELECT pg_backup_start('test', true) IS NULL AS no`);
  expect(rows).toEqual([{ no: false }]);
  await second.stop();
});

test('serves a restored copy whose files belong to whoever copied them', async () => {
  copyFolder(usedDir, dataDir);
  const own = process.getuid?.() ?? 0;
  await endProcess(spawn('chown', ['-R', `${own}`, cluster]), 'exit');
  const server = await startEmbedded({ dataDir });
  expect(await query(server.connection, SELECT_KEPT)).toEqual([{ id: 1 }]);
  await server.stop();
});

// What a killed server leaves: its number, folder, time, port, socket folder, address, shared memory and state.
function writeNote(pid: number | undefined): void {
  const lines = [pid, cluster, 1_780_000_000, 5432, '../socket', '', ' 16039949  99', 'ready', ''];
  writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'));
}

function listDrafts(): string[] {
  return readdirSync(dataDir).filter((name) => name.startsWith('cluster.'));
}

async function endProcess(child: ChildProcess, how: 'kill' | 'exit' = 'kill'): Promise<void> {
  const ended = once(child, 'exit');
  if (how === 'kill') child.kill('SIGKILL');
  await ended;
}

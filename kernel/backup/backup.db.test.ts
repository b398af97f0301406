import { appendFile, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { fixedClock, systemClock } from '../clock/clock.ts';
import { runText } from '../db/transaction.ts';
import { makeBackup } from './make-backup.ts';
import { type KeptBackup, listBackups } from './manifest.ts';
import { rehearseRestore } from './rehearse-restore.ts';
import { restoreBackup, type RestoreTarget } from './restore-backup.ts';
import { waitForSegment } from './segments.ts';
import { countItems, type Installation, startInstallation } from './test-support.ts';

let place: Installation;
let backup: KeptBackup;

beforeAll(async () => {
  place = await startInstallation();
  // Somebody writes while the backup is made.
  const stopping = new AbortController();
  const writing = (async () => {
    for (let id = 100_000; !stopping.signal.aborted; id += 1) {
      await place.database.transaction(async (tx) => {
        await runText(tx, 'INSERT INTO shop.item (centre_id, item_id, name) VALUES (1, $1, $2)', [
          id,
          'meanwhile',
        ]);
      });
    }
  })();
  backup = await makeBackup(place.deps, { folder: place.backups });
  stopping.abort();
  await writing;
});
afterAll(() => place.remove());

const restoreTo = (name: string, target: RestoreTarget, more: { force?: boolean } = {}) =>
  restoreBackup(
    {
      backup: backup.folder,
      dataDir: join(place.path, name),
      target,
      force: more.force ?? false,
      clock: systemClock,
    },
    countItems,
  );

test('a backup made during writing, restored elsewhere, has exactly the rows of its moment', async () => {
  const rehearsal = await rehearseRestore(backup, join(place.path, 'scratch'), systemClock);
  expect(rehearsal).toMatchObject({ isEqual: true, differing: [] });
  expect(rehearsal.rows).toBeGreaterThan(20_000);
  const [listed] = await listBackups(place.backups);
  expect(listed?.rehearsal).toEqual(rehearsal);
  expect(await readdir(place.path)).not.toContain('scratch');
});

test('a restore to a moment has what was committed before it and nothing later', async () => {
  await place.database.pool.query(
    `INSERT INTO shop.item (centre_id, item_id, name) VALUES (1, 900001, 'before')`,
  );
  // Apart by more than the millisecond that a Date can tell.
  const { rows } = await place.database.pool.query<{ at: Date }>(
    `SELECT pg_sleep(0.01), date_trunc('milliseconds', clock_timestamp()) AS at, pg_sleep(0.01)`,
  );
  const at = rows[0]?.at ?? new Date(0);
  await place.database.pool.query(
    `INSERT INTO shop.item (centre_id, item_id, name) VALUES (1, 900002, 'after')`,
  );
  const expected = (await countItems(place.database)) - 1;
  const closed = await place.database.pool.query<{ segment: string }>(
    'SELECT pg_walfile_name(pg_switch_wal()) AS segment',
  );
  await waitForSegment(place.server.archiveDir, closed.rows[0]?.segment ?? '');
  const restored = await restoreTo('moment', { kind: 'time', at });
  expect(restored.inspected).toBe(expected);
  expect(restored.isBeforeTarget).toBe(false);
  expect(restored.lastActAt?.getTime()).toBeLessThanOrEqual(at.getTime());
  expect(await readFile(join(place.path, 'moment', 'files', '1', 'ab', 'abcd'), 'utf8')).toBe(
    '存储的内容',
  );
});

test('a folder with data is refused, and moved aside when that is asked', async () => {
  await expect(restoreTo('moment', { kind: 'latest' })).rejects.toThrow(/holds data already/);
  const restored = await restoreTo('moment', { kind: 'latest' }, { force: true });
  expect(restored.inspected).toBeGreaterThan(20_000);
  expect(await readdir(restored.movedTo ?? '')).toContain('postgres');
});

test('a moment before the backup is refused with the earliest one that is possible', async () => {
  const at = new Date(Date.parse(backup.manifest.startedAt) - 1000);
  await expect(restoreTo('early', { kind: 'time', at })).rejects.toThrow(
    backup.manifest.finishedAt,
  );
});

test('old backups are removed beyond the number kept', async () => {
  const later = { ...place.deps, clock: fixedClock('2099-01-01T00:00:00Z') };
  const second = await makeBackup(later, { folder: place.backups, keep: 1 });
  const kept = await listBackups(place.backups);
  expect(kept.map(({ manifest }) => manifest.name)).toEqual([second.manifest.name]);
  backup = second;
});

test('a backup with a changed or shortened file is refused before anything is touched', async () => {
  const file = join(backup.folder, 'cluster.tar.zst');
  await appendFile(file, 'x');
  await expect(restoreTo('damaged', { kind: 'latest' })).rejects.toThrow(/damaged or incomplete/);
  await truncate(file, backup.manifest.cluster.bytes - 100);
  await expect(restoreTo('damaged', { kind: 'latest' })).rejects.toThrow(/damaged or incomplete/);
  expect(await readdir(place.path)).not.toContain('damaged');
});

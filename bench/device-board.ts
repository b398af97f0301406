import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Database } from '#kernel/db/database.ts';
import { newId } from '#kernel/ids/id.ts';
import { permissions, routes } from '#modules/registry/devices/contract.ts';

import { type BenchApp, openBenchApp } from './bench-app.ts';
import { median, percentile } from './statistics.ts';
import type { Workload } from './workload.ts';

const DEVICES = 1500;
const ROUNDS = 60;
const WARM_UP = 5;

const watcher: Actor = {
  kind: 'staff',
  id: newId(),
  centreId: 1,
  name: '基准测试',
  grants: [{ permission: permissions.view.name, scope: { level: 'centre' } }],
};

/** The board of every device of a centre, beside reading the same rows and nothing else. */
export const deviceBoard: Workload = {
  name: 'device-board',
  title: 'The board of 1,500 devices, beside the bare rows',
  run: async ({ database, say }) => {
    const identify = () => Promise.resolve({ actor: watcher });
    const app = await openBenchApp(database, { load: true, identify });
    try {
      await fillUp(database);
      const bare = await time(() => readBare(database));
      const board = await time(() => askBoard(app));
      const shown = await askBoard(app);
      say(`${shown.devices} devices, ${(shown.bytes / 1024).toFixed(0)} KiB`);
      return [
        {
          what: 'devices on the board',
          value: shown.devices,
          unit: '',
          gate: { atLeast: DEVICES },
        },
        { what: 'bare rows, median', value: median(bare), unit: 'ms' },
        { what: 'board, median', value: median(board), unit: 'ms' },
        { what: 'board, p99', value: percentile(board, 99), unit: 'ms', gate: { atMost: 1000 } },
        { what: 'ratio to the bare rows', value: median(board) / median(bare), unit: '' },
      ];
    } finally {
      await app.close();
    }
  },
};

/** More of the devices that the demonstration has, until there are enough; each has said something of itself. */
async function fillUp(database: Database): Promise<void> {
  await database.pool.query(
    `INSERT INTO devices.device
     SELECT (jsonb_populate_record(d, jsonb_build_object('device_id', gen_random_uuid(),
       'asset_no', d.asset_no || '-B', 'account_id', NULL))).*
     FROM devices.device d ORDER BY asset_no
     LIMIT greatest(0, ${DEVICES} - (SELECT count(*) FROM devices.device))`,
  );
  await database.pool.query(
    `INSERT INTO devices.device_state (centre_id, device_id, last_seen_at, software_version, is_locked, lock_reason, self_test)
     SELECT centre_id, device_id, now(), '1.0.0', false, '', '{}' FROM devices.device ON CONFLICT DO NOTHING`,
  );
  await database.pool.query('ANALYZE devices.device, devices.device_state, devices.fault');
}

async function readBare(database: Database): Promise<void> {
  await database.pool.query(
    `SELECT d.device_id, d.asset_no, d.kind_code, d.site_id, d.zone_id, d.window_id, d.status, s.last_seen_at, s.is_locked
     FROM devices.device d LEFT JOIN devices.device_state s USING (centre_id, device_id)
     WHERE d.centre_id = 1 ORDER BY d.asset_no`,
  );
}

async function askBoard({ http }: BenchApp): Promise<{ devices: number; bytes: number }> {
  const answer = await http.inject({ method: 'GET', url: routes.showBoard.path });
  if (answer.statusCode !== 200) throw new Error(`The board answered ${answer.statusCode}`);
  const { devices } = answer.json<{ devices: unknown[] }>();
  return { devices: devices.length, bytes: answer.body.length };
}

async function time(act: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  return times.slice(WARM_UP);
}

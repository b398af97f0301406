import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { systemClock } from '../clock/clock.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { type EmbeddedServer, startEmbedded } from '../db/embedded/index.ts';
import { makePlace } from '../db/embedded/test-support.ts';
import type { BackupDeps } from './make-backup.ts';

/** A small installation of its own: a server with an archive, a table with rows, one stored file. */
export interface Installation {
  readonly path: string;
  readonly dataDir: string;
  readonly backups: string;
  readonly server: EmbeddedServer;
  readonly database: Database;
  readonly deps: BackupDeps;
  remove(): Promise<void>;
}

const SCHEMA = `CREATE SCHEMA shop;
  CREATE TABLE shop.item (centre_id integer, item_id integer, name text, at timestamptz DEFAULT now(),
    doubled integer GENERATED ALWAYS AS (item_id * 2) STORED, PRIMARY KEY (centre_id, item_id));
  INSERT INTO shop.item (centre_id, item_id, name) SELECT 1, g, '物品' || g FROM generate_series(1, 20000) g`;

export async function startInstallation(): Promise<Installation> {
  const place = makePlace();
  const dataDir = join(place.path, 'data');
  const server = await startEmbedded({ dataDir: join(dataDir, 'postgres'), archive: true });
  const database = openDatabase({ connection: server.connection, poolSize: 4 });
  await database.pool.query(SCHEMA);
  await mkdir(join(dataDir, 'files', '1', 'ab'), { recursive: true });
  await writeFile(join(dataDir, 'files', '1', 'ab', 'abcd'), '存储的内容');
  await writeFile(join(dataDir, 'secrets.json'), '{"isDemonstration":true}');
  return {
    path: place.path,
    dataDir,
    backups: join(place.path, 'backups'),
    server,
    database,
    deps: {
      database,
      clock: systemClock,
      embedded: server,
      dataDir,
      software: '0.1.0',
      filesElsewhere: false,
    },
    remove: async () => {
      await database.close();
      await server.stop();
      place.remove();
    },
  };
}

export async function countItems(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    'SELECT count(*)::integer AS n FROM shop.item',
  );
  return rows[0]?.n ?? 0;
}

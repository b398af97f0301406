import { join } from 'node:path';

import { ensureCentre } from '#kernel/centre/centre.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { createApp } from '#server/app.ts';
import { createTerminal } from '#server/cli/terminal.ts';
import { loadCentre } from '#server/load-centre.ts';
import { migrationsFor } from '#server/migrations.ts';
import { centreFolder } from '#server/prepare-centre.ts';

import { copyAsOf, keepInManifest, YEAR_DAYS } from './as-of.ts';
import { createDrivenClock } from './driven-clock.ts';
import { type Given, openFoundation } from './open-centre.ts';

const YEAR_MS = YEAR_DAYS * 86_400_000;

/** Migrates the database and loads the demonstration centre as of the given moment, `centres` times under their own hosts. */
export async function prepareCentres(given: Given, centres: number): Promise<void> {
  const clock = createDrivenClock(given.epochMs);
  const foundation = openFoundation(given, clock);
  try {
    const { database } = foundation;
    await migrate(database, await readMigrations(migrationsFor('demonstration')));
    if (centres > 1)
      for (let centreId = 1; centreId <= centres; centreId += 1) await enter(foundation, centreId);
    const app = await createApp(foundation);
    const folder = join(given.dataDir, 'sheets');
    copyAsOf(centreFolder(undefined), folder, localDay(new Date(given.epochMs)));
    for (const which of ['others', 'finance'] as const) {
      keepInManifest(folder, which);
      for (let centreId = 1; centreId <= centres; centreId += 1) {
        const loaded = { folder, centreId, isDemonstration: true };
        await loadCentre(foundation, app.running, loaded, createTerminal(true));
      }
      // What finance signed in the course of the year is recorded from its end.
      clock.moveTo(given.epochMs + YEAR_MS);
    }
    await app.close();
    await database.pool.query('VACUUM ANALYZE');
  } finally {
    await foundation.database.close();
  }
}

/**
 * Several centres of one installation are told apart by the name under which people reach them, which is given when a
 * centre is entered first; loading its sheets brings the other words.
 */
async function enter(
  { database, clock }: ReturnType<typeof openFoundation>,
  centreId: number,
): Promise<void> {
  const centre = {
    centreId,
    slug: `simulated-${centreId}`,
    nameZh: '',
    nameEn: '',
    zone: 'Asia/Shanghai',
    hosts: [hostOf(centreId)],
    isDemonstration: true,
    details: {},
  };
  await database.transaction(async (tx) => ensureCentre(tx, centre, clock.now()));
}

/** The name under which a simulated centre is reached. */
export const hostOf = (centreId: number): string => `centre-${centreId}.simulated.example`;

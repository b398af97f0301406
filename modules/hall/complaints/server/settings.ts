import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { listCentres } from '#kernel/centre/centre.ts';
import type { Day } from '#kernel/clock/day.ts';
import { DEFAULT_ZONE, localDay } from '#kernel/clock/local-day.ts';
import type { Db } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';

import { type ComplaintSettings, DEFAULT_SETTINGS, events, permissions } from '../contract.ts';
import type { ComplaintsDeps } from './deps.ts';
import * as repository from './repository.ts';

/** Terms and assessment items of this centre. */
export async function readSettings(db: Db, centreId: number): Promise<ComplaintSettings> {
  const row = await repository.findSetting(db, centreId);
  if (row === undefined) return DEFAULT_SETTINGS;
  const body = row.body as Omit<ComplaintSettings, 'version'>;
  return { ...DEFAULT_SETTINGS, ...body, version: row.version };
}

export async function getSettings(
  { database }: ComplaintsDeps,
  actor: Actor,
): Promise<ComplaintSettings> {
  if (!mayAnywhere(actor, permissions.view.name)) authorise(actor, permissions.view.name);
  return readSettings(database.db, actor.centreId);
}

/** Changes them; refuses over a version that the editor has not seen. Limits that run already stay. */
export async function changeSettings(
  { database, clock }: ComplaintsDeps,
  actor: Actor,
  input: ComplaintSettings,
  once: Once,
): Promise<ComplaintSettings> {
  authorise(actor, permissions.manageSettings.name);
  return database.transaction(async (tx) => {
    const before = await readSettings(tx, actor.centreId);
    requireVersion(before, input.version);
    const { version, ...body } = input;
    const after = { ...body, version: version + 1 };
    repository.putSetting(tx, { centre_id: actor.centreId, body, version: after.version });
    tell(tx, clock, actor, events.settingsChanged, {
      subject: { kind: 'complaints.setting', id: String(actor.centreId) },
      payload: { version: after.version },
      audit: { before, after },
    });
    once.claim(tx, after);
    return after;
  });
}

/** The business day of the centre. */
export async function todayOf(
  { clock }: Pick<ComplaintsDeps, 'clock'>,
  db: Db,
  centreId: number,
): Promise<Day> {
  const centre = (await listCentres(db)).find((one) => one.centreId === centreId);
  return localDay(clock.now(), centre?.zone ?? DEFAULT_ZONE);
}

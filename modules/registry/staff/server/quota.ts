import { authorise, reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { events, permissions, problems, type Settings } from '../contract.ts';
import type { StaffDeps } from './deps.ts';
import { saveRows } from './repository-rows.ts';
import { lockStaff } from './repository-time.ts';
import { countContractStaff } from './repository.ts';
import { readSettings } from './settings-of.ts';

/**
 * Whether one more contract employee takes the centre over its quota; refuses it where the centre says so.
 * Keeps others who add staff waiting, so that two cannot take the last place.
 */
export async function checkQuota(deps: StaffDeps, tx: Tx, centreId: number): Promise<boolean> {
  await lockStaff(tx, centreId);
  const today = await todayOf(deps, tx, centreId);
  const [{ contractQuota: quota, quotaRule }, count] = await Promise.all([
    readSettings(tx, centreId),
    countContractStaff(tx, centreId, today),
  ]);
  if (quota === null || count < quota) return false;
  if (quotaRule === 'refuse') throw new ProblemError(problems.quotaReached, { quota, count });
  return true;
}

/** The settings, and how many contract staff there are. */
export async function getSettings(
  deps: StaffDeps,
  actor: Actor,
): Promise<Settings & { contractCount: number }> {
  reachOf(actor, permissions.view.name);
  const { db } = deps.database;
  const today = await todayOf(deps, db, actor.centreId);
  const [settings, contractCount] = await Promise.all([
    readSettings(db, actor.centreId),
    countContractStaff(db, actor.centreId, today),
  ]);
  return { ...settings, contractCount };
}

/** Changes the settings of the centre; refuses over a version that the editor has not seen. */
export async function changeSettings(
  deps: StaffDeps,
  actor: Actor,
  input: Settings,
  once: Once,
): Promise<Settings> {
  authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    await lockStaff(tx, actor.centreId);
    requireVersion(await readSettings(tx, actor.centreId), input.version);
    const after = { ...input, version: input.version + 1 };
    saveRows(tx, 'staff.setting', [
      {
        centre_id: actor.centreId,
        contract_quota: after.contractQuota,
        quota_rule: after.quotaRule,
        version: after.version,
        updated_at: deps.clock.now(),
      },
    ]);
    tell(tx, deps.clock, actor, events.settingsChanged, {
      subject: { kind: 'staff.setting', id: String(actor.centreId) },
      payload: { contractQuota: after.contractQuota, quotaRule: after.quotaRule },
    });
    once.claim(tx, after);
    return after;
  });
}

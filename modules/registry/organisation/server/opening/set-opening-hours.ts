import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { todayOf } from '#kernel/centre/centre-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, type PlaceHours, problems, type WeekInput } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { openingHoursChanged } from '../events.ts';
import { findOverlaps } from '../hours-overlap.ts';
import { deleteHours, listHours } from '../repository-opening.ts';
import { findRow, lockRow, saveRows } from '../repository-rows.ts';
import { toPlaceHours } from './hours-view.ts';
import { planWeek } from './plan-week.ts';

/** Sets the week of a site or zone from a day on. What held before stays; later changes recorded stay too. */
export async function setOpeningHours(
  deps: OrganisationDeps,
  actor: Actor,
  siteId: string,
  input: WeekInput & { readonly tag: string },
  once: Once,
): Promise<PlaceHours> {
  authorise(actor, permissions.manage.name, { siteId });
  refuseOverlaps(input);
  return deps.database.transaction(async (tx) => {
    const { zoneId, validFrom } = input;
    await requirePlace(tx, actor.centreId, siteId, zoneId);
    if (validFrom < (await todayOf(deps, tx, actor.centreId)))
      throw new ProblemError(problems.hoursInPast);
    const all = await listHours(tx, actor.centreId, { siteId });
    const before = all.filter((row) => row.zone_id === zoneId);
    if (toPlaceHours(siteId, zoneId, before).tag !== input.tag)
      throw new ProblemError(problems.hoursMoved);
    const plan = planWeek(before, validFrom, input.stretches);
    const now = deps.clock.now();
    const ended = plan.ended.map((row) => ({ ...row, version: row.version + 1, updated_at: now }));
    const added = plan.added.map((span) => ({
      ...span,
      centre_id: actor.centreId,
      hours_id: newId(deps.clock),
      site_id: siteId,
      zone_id: zoneId,
      version: 1,
      updated_at: now,
    }));
    const replaced = plan.replaced.map((row) => row.hours_id);
    deleteHours(tx, actor.centreId, replaced);
    saveRows(tx, 'organisation.opening_hours', [...ended, ...added]);
    const after = [...plan.kept, ...ended, ...added];
    openingHoursChanged(tx, deps.clock, actor, { siteId, zoneId }, { before, after });
    const view = toPlaceHours(siteId, zoneId, after);
    once.claim(tx, view);
    return view;
  });
}

/** The site, kept from other editors of hours until the transaction ends, and its zone. */
async function requirePlace(
  tx: Tx,
  centreId: number,
  siteId: string,
  zoneId: string | null,
): Promise<void> {
  orNotFound(await lockRow(tx, 'organisation.site', centreId, siteId));
  if (zoneId === null) return;
  const zone = await findRow(tx, 'organisation.zone', centreId, zoneId);
  if (zone?.site_id !== siteId) throw new ProblemError(problems.zoneElsewhere);
}

function refuseOverlaps({ stretches, validFrom }: WeekInput): void {
  const [overlap] = findOverlaps(
    stretches.map((stretch) => ({ ...stretch, place: '', validFrom, validTo: null })),
  );
  if (overlap === undefined) return;
  throw new ProblemError(problems.hoursOverlap, { opens: stretches[overlap[1]]?.opens ?? '' });
}

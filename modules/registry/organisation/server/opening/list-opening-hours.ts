import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions, type PlaceHours } from '../../contract.ts';
import type { OrganisationDeps } from '../deps.ts';
import { listHours } from '../repository-opening.ts';
import { findRow } from '../repository-rows.ts';
import { toPlaceHours } from './hours-view.ts';

/** The hours of a site, and of each of its zones that has hours of its own, with their history. */
export async function listOpeningHours(
  { database: { db } }: OrganisationDeps,
  actor: Actor,
  siteId: string,
): Promise<{ places: PlaceHours[]; emptyTag: string }> {
  authorise(actor, permissions.view.name, { siteId });
  orNotFound(await findRow(db, 'organisation.site', actor.centreId, siteId));
  const byPlace = Map.groupBy(
    await listHours(db, actor.centreId, { siteId }),
    (row) => row.zone_id,
  );
  const site = toPlaceHours(siteId, null, byPlace.get(null) ?? []);
  const zones = [...byPlace].flatMap(([zoneId, rows]) =>
    zoneId === null ? [] : [toPlaceHours(siteId, zoneId, rows)],
  );
  return { places: [site, ...zones], emptyTag: toPlaceHours(siteId, null, []).tag };
}

import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { addDays, type Day } from '#kernel/clock/day.ts';
import { startOfLocalDay } from '#kernel/clock/local-day.ts';
import { readCursor, toPage } from '#kernel/db/keyset.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type ParcelFilter, permissions } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import * as repository from './repository.ts';
import { loadAround, toParcel, toParcelInFull } from './view.ts';

export async function listParcels(
  deps: CourierDeps,
  actor: Actor,
  { limit, cursor, ...filter }: PageQuery & ParcelFilter,
) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const page = { limit, cursor: readCursor(cursor) };
  const [rows, total, around] = await Promise.all([
    repository.listParcels(db, actor.centreId, filter, page),
    repository.countParcels(db, actor.centreId, filter),
    loadAround(db, actor.centreId),
  ]);
  const shown = toPage(
    rows,
    limit,
    (row) => toParcel(row, around),
    (row) => [row.created_at.toISOString(), row.parcel_id],
  );
  return { ...shown, total };
}

export async function getParcel(deps: CourierDeps, actor: Actor, id: string) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const row = orNotFound(await repository.findParcel(db, actor.centreId, id));
  return toParcelInFull(deps, db, row);
}

/** What carriers told of parcels that nobody knows: to be looked into, lost to nobody. */
export async function listUnknown(deps: CourierDeps, actor: Actor) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const [rows, { carriers }] = await Promise.all([
    repository.listUnknown(db, actor.centreId),
    loadAround(db, actor.centreId),
  ]);
  return {
    items: rows.map((row) => ({
      eventId: row.event_id,
      trackingNo: row.tracking_no,
      code: row.code,
      at: row.at.toISOString(),
      text: row.text,
      carrierName: carriers.get(row.carrier_id)?.name ?? '',
      receivedAt: row.received_at.toISOString(),
    })),
  };
}

export async function getFigures(
  deps: CourierDeps,
  actor: Actor,
  span: { readonly from: Day; readonly to: Day },
) {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const { zone } = await centreDay(deps, db, actor.centreId);
  const counts = await repository.countFigures(db, actor.centreId, {
    from: startOfLocalDay(span.from, zone),
    until: startOfLocalDay(addDays(span.to, 1), zone),
  });
  const over = counts.signed + counts.returned + counts.lost;
  return { ...span, ...counts, signedShare: over === 0 ? null : counts.signed / over };
}

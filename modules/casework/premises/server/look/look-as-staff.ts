import { reachOf } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { type Page, readCursor, toPage } from '#kernel/db/keyset.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  type Filing,
  type FilingFilter,
  type FilingLine,
  permissions,
  type Settings,
  type UseLine,
} from '../../contract.ts';
import { findFirm, requireOwn } from '../acting.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { listFilings as listRows } from '../repository-list.ts';
import { listUsesOfFiling } from '../repository-uses.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import { loadTowns, type Towns } from '../towns.ts';
import { viewFiling } from '../view-filing.ts';
import { toCarrier, toLine, toUseLine } from '../view.ts';

/** The towns whose filings the reader sees: of sites those they serve; a department sees all. Undefined: all. */
export function reachedTowns(actor: Actor, towns: Towns): readonly string[] | undefined {
  const reach = reachOf(actor, permissions.view.name);
  if (reach.everything || reach.departmentIds.length > 0 || reach.windowIds.length > 0)
    return undefined;
  return towns.codesOf(reach.siteIds);
}

interface Asked extends FilingFilter {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export async function listFilings(
  deps: PremisesDeps,
  actor: Actor,
  asked: Asked,
): Promise<Page<FilingLine> & { total: null }> {
  const { db } = deps.database;
  const towns = await loadTowns(deps, db, actor.centreId);
  const reached = reachedTowns(actor, towns);
  const { today } = await centreDay(deps, db, actor.centreId);
  const rows = await listRows(
    db,
    actor.centreId,
    { ...asked, towns: reached, today },
    { limit: asked.limit, cursor: readCursor(asked.cursor) },
  );
  return {
    total: null,
    ...toPage(
      rows,
      asked.limit,
      (row) =>
        toLine(
          row,
          { name: row.name, kind: row.carrier_kind, operator_name: row.operator_name },
          towns,
          today,
        ),
      (row) => [row.updated_at.toISOString(), row.filing_id],
    ),
  };
}

async function loadSeen(deps: PremisesDeps, db: Db, actor: Actor, id: string) {
  const towns = await loadTowns(deps, db, actor.centreId);
  const reached = reachedTowns(actor, towns);
  const row = await repository.findFiling(db, actor.centreId, id);
  const isSeen = row !== undefined && (reached === undefined || reached.includes(row.town));
  const filing = orNotFound(isSeen ? row : undefined);
  const carrier = orNotFound(await repository.findCarrier(db, actor.centreId, filing.carrier_id));
  return { filing, carrier };
}

export async function getFiling(deps: PremisesDeps, actor: Actor, id: string): Promise<Filing> {
  const { db } = deps.database;
  const { filing, carrier } = await loadSeen(deps, db, actor, id);
  return viewFiling(deps, db, actor, filing, carrier);
}

export async function listUses(
  deps: PremisesDeps,
  actor: Actor,
  id: string,
): Promise<{ items: UseLine[] }> {
  const { db } = deps.database;
  const { filing } = await loadSeen(deps, db, actor, id);
  const rows = await listUsesOfFiling(db, actor.centreId, id);
  return { items: rows.map((row) => toUseLine(row, filing.number)) };
}

/** What the visitor’s firm runs and has filed; who acts for none runs nothing. */
export async function listOwn(deps: PremisesDeps, actor: Actor) {
  const { db } = deps.database;
  const { centreId } = actor;
  const firm = await findFirm(deps, db, actor);
  if (firm === undefined) return { firm: null, carriers: [], filings: [], towns: [] };
  const [carriers, towns, { today }] = await Promise.all([
    repository.listCarriersOf(db, centreId, firm.partyId),
    loadTowns(deps, db, centreId),
    centreDay(deps, db, centreId),
  ]);
  const byId = new Map(carriers.map((carrier) => [carrier.carrier_id, carrier]));
  const filings = await repository.listFilingsOf(db, centreId, [...byId.keys()]);
  return {
    firm: firm.name,
    carriers: carriers.map((carrier) => toCarrier(carrier, towns)),
    filings: filings
      .filter(({ stage, standing }) => stage !== 'none' || standing !== 'none')
      .flatMap((row) => {
        const carrier = byId.get(row.carrier_id);
        return carrier === undefined ? [] : [toLine(row, carrier, towns, today)];
      }),
    towns: [...towns.all],
  };
}

export async function getOwnFiling(
  deps: PremisesDeps,
  actor: Actor,
  id: string,
): Promise<Filing & { settings: Settings; district: string }> {
  const { db } = deps.database;
  const row = await repository.findFiling(db, actor.centreId, id);
  const { filing, carrier } = await requireOwn(deps, db, actor, row);
  const [view, settings, { district }] = await Promise.all([
    viewFiling(deps, db, actor, filing, carrier),
    readSettings(db, actor.centreId),
    centreDay(deps, db, actor.centreId),
  ]);
  return { ...view, settings, district };
}

/** Which cases used it: to its operator without their subjects’ numbers. */
export async function listOwnUses(
  deps: PremisesDeps,
  actor: Actor,
  id: string,
): Promise<{ items: UseLine[] }> {
  const { db } = deps.database;
  const row = await repository.findFiling(db, actor.centreId, id);
  const { filing } = await requireOwn(deps, db, actor, row);
  const rows = await listUsesOfFiling(db, actor.centreId, id);
  return { items: rows.map((use) => toUseLine(use, filing.number)) };
}

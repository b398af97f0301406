import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { Filing } from '../../contract.ts';
import { requireOwn } from '../acting.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { tellOccupant, tellUnit } from '../events.ts';
import { authoriseRegulator } from '../filings/check-filing.ts';
import * as unitRows from '../repository-units.ts';
import * as repository from '../repository.ts';
import type { CarrierRow, FilingRow } from '../tables.ts';
import { viewFiling } from '../view-filing.ts';
import type { Work } from '../work.ts';

interface OnFiling {
  readonly id: string;
  readonly allow: (work: Work, filing: FilingRow) => Promise<void>;
  readonly write: (work: Work, filing: FilingRow, carrier: CarrierRow) => Promise<void>;
}

async function onFiling(
  deps: PremisesDeps,
  actor: Actor,
  { id, allow, write }: OnFiling,
  once: Once,
): Promise<Filing> {
  return deps.database.transaction(async (tx) => {
    const work = { deps, tx, actor };
    const filing = orNotFound(await repository.lockFiling(tx, actor.centreId, id));
    const carrier = orNotFound(await repository.findCarrier(tx, actor.centreId, filing.carrier_id));
    await allow(work, filing);
    await write(work, filing, carrier);
    const after = { ...filing, version: filing.version + 1, updated_at: deps.clock.now() };
    repository.putFiling(tx, after);
    const view = await viewFiling(deps, tx, actor, after, carrier);
    once.claim(tx, view);
    return view;
  });
}

interface UnitChange {
  readonly id: string;
  readonly version: number;
  readonly unitId: string;
  readonly isSuspended: boolean;
  readonly reason: string;
}

/** Stops the use of one unit, or opens it again; the others of the filing stay as they are. */
export const setUnitOpen = (deps: PremisesDeps, actor: Actor, change: UnitChange, once: Once) =>
  onFiling(
    deps,
    actor,
    {
      id: change.id,
      allow: async ({ tx }, filing) => {
        await authoriseRegulator(deps, tx, actor);
        requireVersion(filing, change.version);
      },
      write: async (work, filing) => {
        const found = await unitRows.lockUnit(work.tx, actor.centreId, change.unitId);
        const unit = orNotFound(found?.filing_id === filing.filing_id ? found : undefined);
        const { isSuspended } = change;
        unitRows.setUnitStanding(work.tx, unit, isSuspended, isSuspended ? change.reason : '');
        tellUnit(work, unit, filing.number, change);
      },
    },
    once,
  );

interface ReachChange {
  readonly id: string;
  readonly version: number;
  readonly occupancyId: string;
  readonly isUnreachable: boolean;
  readonly reason: string;
}

/** 通过登记的住所无法联系: noted on the firm, and counted for the carrier. */
export const setReachable = (deps: PremisesDeps, actor: Actor, change: ReachChange, once: Once) =>
  onFiling(
    deps,
    actor,
    {
      id: change.id,
      allow: async ({ tx }, filing) => {
        await authoriseRegulator(deps, tx, actor);
        requireVersion(filing, change.version);
      },
      write: async (work, filing) => {
        const row = await findInside(work, filing, change.occupancyId);
        const { isUnreachable: is_unreachable, reason: note } = change;
        unitRows.updateOccupancy(work.tx, row, { is_unreachable, note });
        const what = is_unreachable ? 'unreachable' : 'reachable';
        tellOccupant(work, row, filing, { what, reason: note });
      },
    },
    once,
  );

/** The operator says that a firm has left: its place is free again. */
export const reportLeft = (
  deps: PremisesDeps,
  actor: Actor,
  asked: { readonly id: string; readonly occupancyId: string; readonly reason: string },
  once: Once,
) =>
  onFiling(
    deps,
    actor,
    {
      id: asked.id,
      allow: async ({ tx }, filing) => {
        await requireOwn(deps, tx, actor, filing);
      },
      write: async (work, filing) => {
        const row = await findInside(work, filing, asked.occupancyId);
        const { today } = await centreDay(deps, work.tx, actor.centreId);
        unitRows.updateOccupancy(work.tx, row, { until_on: today, note: asked.reason });
        tellOccupant(work, row, filing, { what: 'left', reason: asked.reason });
      },
    },
    once,
  );

async function findInside({ tx, actor }: Work, filing: FilingRow, occupancyId: string) {
  const row = await unitRows.findOccupancy(tx, actor.centreId, occupancyId);
  const isInside = row?.filing_id === filing.filing_id && row.until_on === null;
  return orNotFound(isInside ? row : undefined);
}

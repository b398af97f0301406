import { mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';

import { type Filing, FilingAct, permissions, transitions } from '../contract.ts';
import type { PremisesDeps } from './deps.ts';
import { loadAround } from './filings/load-around.ts';
import * as unitRows from './repository-units.ts';
import * as useRows from './repository-uses.ts';
import * as repository from './repository.ts';
import { guards, isLawful } from './rules/decide-act.ts';
import type { Around } from './rules/decide-act.ts';
import type { CarrierRow, FilingRow } from './tables.ts';
import { loadTowns, mayCheckFor, type Towns } from './towns.ts';
import { type Inside, toCarrier, toLine, toPlan } from './view.ts';

/** What stands in the units of filings. */
export async function loadInside(
  db: Db,
  centreId: number,
  filingIds: readonly string[],
): Promise<Inside> {
  const [units, occupants] = await Promise.all([
    unitRows.listUnits(db, centreId, filingIds),
    unitRows.listOccupants(db, centreId, { filingIds }),
  ]);
  const reserved = await useRows.listReserved(
    db,
    centreId,
    units.map(({ unit_id }) => unit_id),
  );
  return { units, occupants, reserved };
}

/** One filing in full, as its operator and those who check it see it. */
export async function viewFiling(
  deps: PremisesDeps,
  db: Db,
  actor: Actor,
  row: FilingRow,
  carrier: CarrierRow,
): Promise<Filing> {
  const { centreId } = actor;
  const [{ around, settings, day }, towns, inside, history, versions, uses, filed] =
    await Promise.all([
      loadAround(deps, db, actor, row, carrier),
      loadTowns(deps, db, centreId),
      loadInside(db, centreId, [row.filing_id]),
      repository.listHistory(db, centreId, row.filing_id),
      repository.listVersions(db, centreId, row.filing_id),
      useRows.countUses(db, centreId, row.filing_id),
      repository.findVersion(db, centreId, row.filing_id, row.filed_version),
    ]);
  const { today } = day;
  const lost = inside.occupants.filter(({ is_unreachable }) => is_unreachable).length;
  const total = inside.occupants.length;
  return {
    ...toLine(row, carrier, towns, today),
    carrier: toCarrier(carrier, towns),
    draft: row.draft,
    filed: filed?.body ?? null,
    findings: [...around.findings],
    points: [...row.points],
    returns: [...row.returns],
    history: history.map((entry) => ({
      id: entry.entry_id,
      at: entry.at.toISOString(),
      act: entry.act,
      stage: entry.stage,
      standing: entry.standing,
      ground: entry.ground,
      reason: entry.reason,
      byName: entry.by_id.startsWith('system:') ? '' : entry.by_name,
      filedVersion: entry.filed_version,
    })),
    versions: versions.map((one) => ({
      filedVersion: one.filed_version,
      kind: one.kind,
      filedAt: one.filed_at.toISOString(),
      filedByName: one.filed_by_name,
      validUntil: one.valid_until,
      hash: one.hash,
      unitCount: one.units,
      uses: one.uses,
    })),
    plan:
      filed === undefined
        ? null
        : toPlan(
            inside,
            { filing: row, carrierKind: carrier.kind, today, settings },
            filed.body.building,
          ),
    uses,
    unreachablePercent: total === 0 ? 0 : Math.round((lost * 1000) / total) / 10,
    standingReason: row.standing_reason,
    mayDo: listMayDo(actor, row, around, towns),
    version: row.version,
  };
}

/** The acts that stage, standing and role allow; what has still to be typed is judged when it is done. */
function listMayDo(actor: Actor, row: FilingRow, around: Around, towns: Towns): Filing['mayDo'] {
  const isTown = mayCheckFor(actor, towns, row.town);
  const isRegulator = mayAnywhere(actor, permissions.decide.name);
  return FilingAct.options.filter((act) => {
    if (!isLawful(act, around)) return false;
    if (act === 'begin-renewal' && guards.inRenewal(around, {}) !== undefined) return false;
    if (act === 'return') return around.stage === 'town-check' ? isTown : isRegulator;
    switch (transitions[act].who) {
      case 'operator':
        return actor.kind === 'citizen';
      case 'town':
        return isTown;
      case 'regulator':
        return isRegulator;
      case 'system':
        return false;
    }
  });
}

import type { Actor } from '#kernel/access/contract-actor.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems, type Snapshot } from '../../contract.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import type { SnapshotContent } from '../filings/file-version.ts';
import * as unitRows from '../repository-units.ts';
import { standingOn } from '../view.ts';

/** What was filed of a unit in one version, whatever became of it since; says whether the text still fits its hash. */
export async function getSnapshot(
  deps: PremisesDeps,
  actor: Actor,
  unitId: string,
  filedVersion: number,
): Promise<Snapshot> {
  const { db } = deps.database;
  const { centreId } = actor;
  const [row, unit, { today }] = await Promise.all([
    unitRows.findSnapshot(db, centreId, unitId, filedVersion),
    unitRows.findUnit(db, centreId, unitId),
    centreDay(deps, db, centreId),
  ]);
  const place = unit && (await unitRows.findInPlace(db, unit));
  if (row === undefined || place === undefined) throw new ProblemError(problems.unitUnknown);
  const content = JSON.parse(row.content) as SnapshotContent;
  return {
    unitId,
    number: content.number,
    version: filedVersion,
    filedAt: row.filed_at.toISOString(),
    hash: row.hash,
    isWhole: sm3Hex(row.content) === row.hash,
    address: content.unit.address,
    carrierName: content.carrier.name,
    carrierKind: content.carrier.kind,
    operatorName: content.carrier.operatorName,
    buildingName: content.building.name,
    useType: content.building.useType,
    areaM2: content.unit.areaM2,
    validUntil: content.unit.validUntil,
    proofs: content.proofs.map(({ kind, number, validFrom, validUntil, hash }) => ({
      kind,
      number,
      validFrom,
      validUntil,
      hash,
    })),
    newest: place.filing.filed_version,
    standing: standingOn(place.filing, today),
  };
}

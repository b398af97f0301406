import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';

import {
  addressKey,
  checkFiling,
  type FilingBody,
  type Finding,
  type Settings,
  unitAddress,
} from '../../contract.ts';
import { type CentreDay, centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { findTaken } from '../repository-units.ts';
import type { Around } from '../rules/decide-act.ts';
import { readSettings } from '../settings.ts';
import type { CarrierRow, FilingRow } from '../tables.ts';

export interface Loaded {
  readonly around: Around;
  readonly settings: Settings;
  readonly day: CentreDay;
}

/** What stands around a filing when something is decided about it. */
export async function loadAround(
  deps: PremisesDeps,
  db: Db,
  actor: Actor,
  row: FilingRow,
  carrier: CarrierRow,
): Promise<Loaded> {
  const { centreId } = actor;
  const [settings, day] = await Promise.all([
    readSettings(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  const body = row.draft;
  const taken =
    body === null ? undefined : await findTaken(db, centreId, row.filing_id, keysOf(body));
  const findings = body === null ? [] : listFindings(body, carrier, settings, day, taken);
  return {
    settings,
    day,
    around: {
      stage: row.stage,
      standing: row.standing,
      number: row.number,
      validUntil: row.valid_until,
      returns: row.returns,
      townCheckedBy: row.town_checked_by,
      body,
      findings,
      taken,
      actorId: actor.id,
      today: day.today,
      settings,
    },
  };
}

const keysOf = ({ building, units }: FilingBody): string[] =>
  units.map(({ roomNo }) => addressKey(unitAddress(building.standardAddress, roomNo)));

function listFindings(
  body: FilingBody,
  carrier: CarrierRow,
  settings: Settings,
  { today, district }: CentreDay,
  taken: Around['taken'],
): Finding[] {
  const context = {
    carrierKind: carrier.kind,
    operatorName: carrier.operator_name,
    town: carrier.town,
    district,
    today,
    settings,
  };
  const found = checkFiling(body, context);
  if (taken === undefined) return found;
  const { address, number } = taken;
  return [
    ...found,
    {
      code: 'address-taken',
      isBlocking: true,
      place: 'units',
      message: {
        'zh-CN': `${address} 已在备案 ${number} 中`,
        en: `${address} stands in filing ${number} already`,
      },
    },
  ];
}

import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays } from '#kernel/clock/day.ts';

import { CarrierKind, type Figures, type PlanUnit } from '../../contract.ts';
import { centreDay } from '../centre-day.ts';
import type { PremisesDeps } from '../deps.ts';
import { countByMonth, countUsesByFiling, listFiled, listFilings } from '../repository-list.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { FilingRow } from '../tables.ts';
import { loadTowns } from '../towns.ts';
import { loadInside } from '../view-filing.ts';
import { standingOn, toPlanUnits } from '../view.ts';
import { reachedTowns } from './look-as-staff.ts';

const MONTHS = 12;
const MOST = 2000;

/** Days saved, with one decimal, of uses and what the centre reckons for each. */
export const toDaysSaved = (uses: number, perUse: number): string =>
  String(Math.round(uses * perUse * 10) / 10);

const isFree = ({ excluded, state, left }: PlanUnit): boolean =>
  excluded === null && (state === 'free' || (state === 'part' && left !== 0));

/** Filed, reused, days saved: of the towns that the reader sees. */
export async function getFigures(deps: PremisesDeps, actor: Actor): Promise<Figures> {
  const { db } = deps.database;
  const { centreId } = actor;
  const [towns, settings, { today, zone }] = await Promise.all([
    loadTowns(deps, db, centreId),
    readSettings(db, centreId),
    centreDay(deps, db, centreId),
  ]);
  const reached = reachedTowns(actor, towns);
  const isSeen = (town: string) => reached === undefined || reached.includes(town);
  const [carriers, allFiled, usesBy, months, work] = await Promise.all([
    repository.listCarriers(db, centreId),
    listFiled(db, centreId),
    countUsesByFiling(db, centreId),
    countByMonth(db, centreId, zone),
    listFilings(db, centreId, { towns: reached, today }, { limit: MOST, cursor: undefined }),
  ]);
  const filings = allFiled.filter(({ town }) => isSeen(town));
  const inForce = filings.filter((row) => standingOn(row, today) === 'filed');
  const inside = await loadInside(
    db,
    centreId,
    filings.map(({ filing_id }) => filing_id),
  );
  const kindOf = new Map(carriers.map((one) => [one.carrier_id, one.kind]));
  const uses = new Map(usesBy.map((row) => [row.filing_id, row.uses]));
  const unitsOf = new Map(
    inForce.map((filing) => [
      filing.filing_id,
      toPlanUnits(
        { ...inside, units: inside.units.filter((unit) => unit.filing_id === filing.filing_id) },
        { filing, carrierKind: kindOf.get(filing.carrier_id) ?? 'shop', today, settings },
      ).filter(({ excluded }) => excluded === null),
    ]),
  );
  const sum = (rows: readonly FilingRow[], of: (row: FilingRow) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const units = (row: FilingRow) => unitsOf.get(row.filing_id)?.length ?? 0;
  const free = (row: FilingRow) => unitsOf.get(row.filing_id)?.filter(isFree).length ?? 0;
  const used = (row: FilingRow) => uses.get(row.filing_id) ?? 0;
  const total = sum(filings, used);
  return {
    carriers: new Set(inForce.map((row) => row.carrier_id)).size,
    filings: inForce.length,
    units: sum(inForce, units),
    free: sum(inForce, free),
    occupants: inside.occupants.length,
    unreachable: inside.occupants.filter((one) => one.is_unreachable).length,
    uses: total,
    daysSavedPerUse: settings.daysSavedPerUse,
    daysSaved: toDaysSaved(total, settings.daysSavedPerUse),
    waitingTown: work.filter((row) => row.stage === 'submitted' || row.stage === 'town-check')
      .length,
    waitingRegulator: work.filter((row) => row.stage === 'regulator-check').length,
    overdue: work.filter((row) => row.due_on !== null && row.due_on < today).length,
    endingSoon: inForce.filter(
      (row) =>
        row.valid_until !== null && row.valid_until <= addDays(today, settings.renewFromDays),
    ).length,
    byKind: CarrierKind.options.map((kind) => {
      const own = inForce.filter((row) => kindOf.get(row.carrier_id) === kind);
      return {
        kind,
        carriers: new Set(own.map((row) => row.carrier_id)).size,
        units: sum(own, units),
        uses: sum(own, used),
      };
    }),
    byTown: [...new Set(inForce.map((row) => row.town))].map((code) => {
      const own = inForce.filter((row) => row.town === code);
      return {
        town: towns.find(code),
        units: sum(own, units),
        free: sum(own, free),
        uses: sum(own, used),
      };
    }),
    byMonth: toMonths(today, months),
  };
}

function toMonths(
  today: string,
  { filed, uses }: Awaited<ReturnType<typeof countByMonth>>,
): Figures['byMonth'] {
  return lastMonths(today).map((month) => ({
    month,
    filed: filed.find((row) => row.month === month)?.count ?? 0,
    uses: uses.find((row) => row.month === month)?.count ?? 0,
  }));
}

/** The last twelve months, this one last. */
function lastMonths(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return Array.from({ length: MONTHS }, (_, at) => {
    const index = year * 12 + month - 1 - (MONTHS - 1 - at);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

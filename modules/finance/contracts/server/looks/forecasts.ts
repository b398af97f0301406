import type { Day } from '#kernel/clock/day.ts';

import { forecastExhaustion, type ForecastShown, toCount } from '../../contract.ts';
import type { CountedDay } from '../repository-meters.ts';
import type { ContractRow } from '../tables.ts';

/** Counted days that a metered contract pays for: those of its kind within its service. */
function ownDays(contract: ContractRow, counted: readonly CountedDay[]): CountedDay[] {
  const from = contract.serves_from ?? contract.signed_on;
  const until = contract.serves_until;
  return counted.filter(
    (one) =>
      one.event_type === contract.meter_event &&
      one.day >= from &&
      (until === null || one.day <= until),
  );
}

/** How far a metered contract reaches at its present pace; null for other contracts. */
export function toForecast(
  contract: ContractRow,
  counted: readonly CountedDay[],
  onDay: Day,
): ForecastShown | null {
  const { meter_price_fen: priceFen } = contract;
  if (priceFen === null || priceFen === 0n || contract.signed_on > onDay) return null;
  const own = ownDays(contract, counted);
  const used = own.filter((one) => one.day <= onDay).reduce((sum, one) => sum + one.quantity, 0);
  const units = (contract.price_fen - contract.released_fen) / priceFen;
  const left = units - BigInt(used);
  const { paceMilli, exhaustedOn } = forecastExhaustion(own, left, onDay);
  const until = contract.serves_until ?? `${contract.year}-12-31`;
  return {
    contractId: contract.contract_id,
    contractName: contract.name,
    unit: contract.meter_unit ?? '',
    used,
    left: toCount(left),
    perDay: `${paceMilli / 1000n}.${String(paceMilli % 1000n)
      .padStart(3, '0')
      .slice(0, 1)}`,
    exhaustedOn,
    lastsTheYear: exhaustedOn === null || exhaustedOn > until,
  };
}

/** Units that were counted and that no settlement has. */
export function countOpen(contract: ContractRow, counted: readonly CountedDay[]): number {
  return ownDays(contract, counted).reduce((sum, one) => sum + one.open, 0);
}

import type { ContractEventKind, findReachedOn, Trigger } from '../contract.ts';
import type { ContractEventRow, ContractRow, InstalmentRow } from './tables.ts';

type ContractDays = Parameters<typeof findReachedOn>[1];

export function toTrigger(row: Pick<InstalmentRow, 'trigger_on' | 'trigger_months'>): Trigger {
  const { trigger_on: on, trigger_months: months } = row;
  return on === 'months-served' ? { on, months: months ?? 1 } : { on };
}

/** The days that instalments of a contract go by. */
export function toDays(contract: ContractRow, events: readonly ContractEventRow[]): ContractDays {
  const own = events.filter((event) => event.contract_id === contract.contract_id);
  const days: Partial<Record<ContractEventKind, string>> = {};
  for (const { kind, day } of own) days[kind] = day;
  return {
    signedOn: contract.signed_on,
    servesFrom: contract.serves_from,
    servesUntil: contract.serves_until,
    events: days,
  };
}

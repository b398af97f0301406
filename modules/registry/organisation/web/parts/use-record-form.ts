import type { RouteContract } from '#kernel/http/contract.ts';
import { type ContractFormState, useContractForm } from '#web/kit/staff/index.ts';

export interface RecordFormOptions {
  /** The record to change; without it one is added. */
  readonly record: { readonly id: string } | undefined;
  /** What the fields of a new record begin with. */
  readonly fresh?: object;
  readonly onDone: () => void;
}

/**
 * One form for adding and changing: the bodies are the same but for the version, which goes along with
 * the record. The component is keyed by the record, so that the contract never changes under the form.
 */
export function useRecordForm<C extends RouteContract>(
  create: C,
  change: RouteContract,
  { record, fresh, onDone }: RecordFormOptions,
): ContractFormState<C> {
  const options = {
    initial: record ?? fresh ?? {},
    onDone,
    ...(record === undefined ? {} : { params: { id: record.id } }),
  };
  const contract: RouteContract = record === undefined ? create : change;
  return useContractForm(contract, options as object) as unknown as ContractFormState<C>;
}

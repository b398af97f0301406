import {
  type QueryClient,
  useMutation,
  type UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';

import type { RouteContract } from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';

import { type AnswerTo, callLoosely, type CallInput, type LooseInput } from './call.ts';
import { areaOf } from './keys.ts';
import { ApiProblem } from './problem.ts';

export interface UseActOptions<C> {
  readonly onDone?: (answer: AnswerTo<C>, input: CallInput<C>) => void;
  /** Areas or single routes whose data changes too, beside the act's own area. */
  readonly alsoChanges?: ReadonlyArray<string | Pick<RouteContract, 'name'>>;
}

export type Act<C> = UseMutationResult<AnswerTo<C>, ApiProblem, CallInput<C>>;

/**
 * A write as a button or a form makes it. A repeat by the person of the same input after an unsure end
 * (connection lost, server failed) carries the same idempotency key, so it cannot act twice.
 */
export function useAct<C extends RouteContract>(
  contract: C,
  options: UseActOptions<C> = {},
): Act<C> {
  const cache = useQueryClient();
  const attempt = useRef<{ readonly input: string; readonly key: string } | undefined>(undefined);
  return useMutation<AnswerTo<C>, ApiProblem, CallInput<C>>({
    // Being told at once beats waiting silently for a network that may not come back.
    networkMode: 'always',
    mutationFn: async (given) => {
      const input: LooseInput = given;
      const text = JSON.stringify([input.params, input.query, input.body]);
      if (attempt.current?.input !== text) attempt.current = { input: text, key: newId() };
      const idempotencyKey = contract.idempotency === undefined ? undefined : attempt.current.key;
      try {
        const answer = await callLoosely(contract, { idempotencyKey, ...input });
        attempt.current = undefined;
        return answer as AnswerTo<C>;
      } catch (error) {
        if (!(error instanceof ApiProblem) || !error.isUnsure) attempt.current = undefined;
        throw error;
      }
    },
    onSuccess: async (answer, input) => {
      options.onDone?.(answer, input);
      await announceChange(cache, contract, ...(options.alsoChanges ?? []));
    },
  });
}

/** Marks the data of areas (`organisation`) and routes (`organisation.list-windows`) as out of date. */
export async function announceChange(
  cache: QueryClient,
  ...changed: ReadonlyArray<string | Pick<RouteContract, 'name'>>
): Promise<void> {
  const areas = new Set(changed.map((one) => (typeof one === 'string' ? one : areaOf(one))));
  await cache.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === 'string' && (areas.has(name) || areas.has(areaOf({ name }))),
  });
}

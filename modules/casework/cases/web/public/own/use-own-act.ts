import { useQueryClient } from '@tanstack/react-query';

import type { RouteContract } from '#kernel/http/contract.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { announceChange, ApiProblem, type CallInput, useAct } from '#web/client/index.ts';

import { routes } from '../../../contract.ts';

/**
 * An act on one's own case. When the clerk was first, the case is read again, so that the next try carries the
 * version that is shown by then; what was typed stays.
 */
export function useOwnAct<C extends RouteContract>(contract: C, onDone?: () => void) {
  const cache = useQueryClient();
  const act = useAct(contract, onDone === undefined ? {} : { onDone });
  const send = async (input: CallInput<C>) => {
    try {
      await act.mutateAsync(input);
    } catch (error) {
      // What was refused is shown by `act.error`.
      if (error instanceof ApiProblem && error.is(commonProblems.staleVersion))
        await announceChange(cache, routes.getOwn);
    }
  };
  return {
    problem: act.error,
    isBusy: act.isPending,
    isStale: act.error?.is(commonProblems.staleVersion) === true,
    send: (input: CallInput<C>) => void send(input),
  };
}

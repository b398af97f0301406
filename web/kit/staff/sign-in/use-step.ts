import { useState } from 'react';

import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import { PasskeyStopped } from './passkey.ts';

interface Step {
  readonly isBusy: boolean;
  readonly problem: unknown;
  /** A sentence of the page's own: the person turned away from a passkey. */
  readonly note: string | undefined;
  readonly attempt: (act: () => Promise<void>) => void;
}

/** One step of signing in: busy while it runs, then done or refused. */
export function useStep(): Step {
  const t = useWords(messages);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const isStopped = problem instanceof PasskeyStopped;
  return {
    isBusy,
    problem: isStopped ? undefined : problem,
    note: isStopped ? t('passkeyStopped') : undefined,
    attempt: (act) => void run(act),
  };
}

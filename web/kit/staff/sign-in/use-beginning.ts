import { useCallback, useEffect, useState } from 'react';

interface Beginning<T> {
  readonly answer: T | undefined;
  readonly problem: unknown;
  readonly repeat: () => void;
}

/** Does something once when a step is opened: not a query, since each time makes a new secret. */
export function useBeginning<T>(begin: () => Promise<T>): Beginning<T> {
  const [answer, setAnswer] = useState<T | undefined>(undefined);
  const [problem, setProblem] = useState<unknown>(undefined);
  const [act] = useState(() => begin);
  const start = useCallback(() => {
    let isWanted = true;
    act().then(
      (value) => isWanted && setAnswer(value),
      (error: unknown) => isWanted && setProblem(error),
    );
    return () => {
      isWanted = false;
    };
  }, [act]);
  useEffect(() => start(), [start]);
  return {
    answer,
    problem,
    repeat: () => {
      setProblem(undefined);
      start();
    },
  };
}

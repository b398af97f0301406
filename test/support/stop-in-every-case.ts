const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Stopping {
  /** Puts everything away in order. */
  stop(): Promise<void>;
  /** What can still be done when the process is ending already and nothing can be waited for. */
  stopAtOnce?(): void;
}

/**
 * A test run that is ended by a signal, or by whoever calls `process.exit`, takes down what it has started: a database
 * server would go on for ever. Answers with the ordinary end of the run, which does the same.
 */
export function stopInEveryCase({ stop, stopAtOnce }: Stopping): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  let isStopped = false;
  const stopOnce = (): Promise<void> => {
    stopping ??= stop().then(() => {
      isStopped = true;
    });
    return stopping;
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    void stopOnce()
      .catch(() => undefined)
      .then(() => {
        for (const name of SIGNALS) process.off(name, onSignal);
        process.kill(process.pid, signal);
      });
  };
  const onExit = (): void => {
    if (!isStopped) stopAtOnce?.();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  process.on('exit', onExit);
  return async () => {
    await stopOnce();
    for (const name of SIGNALS) process.off(name, onSignal);
    process.off('exit', onExit);
  };
}

import { startWorker } from '../worker.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { createTerminal } from './terminal.ts';

/** Does background work only until the process is asked to stop. */
export function work({ json }: { readonly json: boolean }): Promise<void> {
  return runUntilStopped(startWorker, createTerminal(json));
}

import type { Progress } from '#kernel/backup/progress.ts';

import type { Terminal } from './terminal.ts';

/** Draws the stages of long work as bars, and says each one when it is done. */
export function toProgress(terminal: Terminal): Progress {
  return {
    stage: (zh, en, total) => {
      const bar = terminal.bar(`${zh} ${en}`, total);
      const begun = performance.now();
      return {
        advance: (by) => bar.advance(by),
        done: () => {
          bar.done();
          const seconds = ((performance.now() - begun) / 1000).toFixed(1);
          terminal.say(`  ✓ ${zh} ${en} (${seconds} s)`);
        },
      };
    },
  };
}

export const toSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KiB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

import type { Terminal } from './terminal.ts';

interface Stoppable {
  stop(): Promise<void>;
}

/**
 * Starts, and resolves when the process was asked to stop and everything is put away. A second Ctrl-C leaves at
 * once; other signals may come several times, as npm, a shell and a service manager each send theirs.
 */
export async function runUntilStopped(
  start: (terminal: Terminal) => Promise<Stoppable>,
  terminal: Terminal,
): Promise<void> {
  const asked = listenForStop(terminal);
  const running = await start(terminal);
  await asked;
  await running.stop();
  terminal.say('  ✓ 已停止 Stopped');
}

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function listenForStop(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    const ask = (name: (typeof STOPS)[number]) => {
      if (isAsked && name === 'SIGINT') process.exit(130);
      if (!isAsked) terminal.say(`\n  … 正在停止 Stopping (${name})`);
      isAsked = true;
      resolve();
    };
    STOPS.forEach((name) => process.on(name, () => ask(name)));
  });
}

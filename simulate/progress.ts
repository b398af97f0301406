/** One line on the screen that says how far the day is. */
export interface Progress {
  say(line: string): void;
  at(epochMs: number, facts: { readonly steps: number; readonly tickets: number }): void;
  done(): void;
}

const WIDTH = 32;
const EVERY_MS = 200;
const [FROM, TO] = [8.5, 18];
const HOUR_MS = 3_600_000;

/** A bar of the hall’s day on a terminal, a line now and then elsewhere. */
export function createProgress(midnight: number): Progress {
  let last = 0;
  let said = '';
  const isTerminal = process.stdout.isTTY;
  return {
    say: (line) => console.log(line),
    at: (epochMs, { steps, tickets }) => {
      const hours = (epochMs - midnight) / HOUR_MS;
      const clock = new Date(epochMs + 8 * HOUR_MS).toISOString().slice(11, 16);
      if (!isTerminal) {
        if (clock.slice(0, 2) !== said)
          console.log(`  ${clock} ${tickets} tickets, ${steps} steps`);
        said = clock.slice(0, 2);
        return;
      }
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      const part = Math.min(1, Math.max(0, (hours - FROM) / (TO - FROM)));
      const bar = '█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '░');
      process.stdout.write(`\r  ${clock} ${bar} ${tickets} 号 tickets, ${steps} 步 steps `);
    },
    done: () => {
      if (isTerminal) process.stdout.write('\r\u001B[2K');
    },
  };
}

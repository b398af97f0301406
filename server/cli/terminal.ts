import { MultiBar, type SingleBar } from 'cli-progress';

/** Where a command says what it does: lines and bars for people, one JSON document for programs. */
export interface Terminal {
  readonly isJson: boolean;
  step<T>(zh: string, en: string, work: () => Promise<T>): Promise<T>;
  say(line: string): void;
  /** A bar that is drawn only on a terminal; `advance` may be called in either case. */
  bar(title: string, total: number): { advance(by?: number): void; done(): void };
  table(rows: ReadonlyArray<readonly string[]>): void;
  /** The command's result, printed once at the end when `--json` was asked. */
  result(value: unknown): void;
}

export function createTerminal(isJson: boolean): Terminal {
  const say = (line: string) => {
    if (!isJson) console.log(line);
  };
  return {
    isJson,
    say,
    step: async (zh, en, work) => {
      const begun = performance.now();
      if (process.stdout.isTTY && !isJson) process.stdout.write(`  … ${zh} ${en}`);
      const value = await work();
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      if (process.stdout.isTTY && !isJson) process.stdout.write('\r\u001B[2K');
      say(`  ✓ ${zh} ${en} (${seconds} s)`);
      return value;
    },
    bar: (title, total) => (isJson || !process.stdout.isTTY ? silentBar() : drawnBar(title, total)),
    table: (rows) => {
      for (const line of toTable(rows)) say(line);
    },
    result: (value) => {
      if (isJson) console.log(JSON.stringify(value, undefined, 2));
    },
  };
}

const silentBar = () => ({ advance: () => undefined, done: () => undefined });

function drawnBar(title: string, total: number) {
  const bars = new MultiBar({
    format: `  ${title} [{bar}] {value}/{total}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  const bar: SingleBar = bars.create(total, 0);
  return { advance: (by = 1) => bar.increment(by), done: () => bars.stop() };
}

/** The columns that a text takes on a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

function toTable(rows: ReadonlyArray<readonly string[]>): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join('  ')}`.trimEnd(),
  );
}

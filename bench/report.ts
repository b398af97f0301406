import type { Machine } from './machine.ts';
import { type Figure, keepsGate } from './workload.ts';

export interface Measured {
  readonly name: string;
  readonly title: string;
  readonly measuredAt: string;
  /** Below 1 when it was only tried out. */
  readonly scale: number;
  readonly seed: number;
  /** Load average of the minute before it began: what other programs took from it. */
  readonly load: number;
  /** Share of the processor time that the host withheld while it ran, 0 to 1; absent where no system tells. */
  readonly withheld?: number | undefined;
  readonly figures: readonly Figure[];
  /** Which round this is: 1 unless the rounds before did not keep a gate. */
  readonly round: number;
}

/** What was measured, and on what. */
export interface BenchReport {
  readonly machine: Machine;
  readonly workloads: readonly Measured[];
}

/** Whether every figure kept its gate. */
export function keepsAllGates({ workloads }: BenchReport): boolean {
  return workloads.every(({ figures }) => figures.every(keepsGate));
}

/** One line that says whether everything was kept, and what was not. */
export function toVerdict({ workloads }: BenchReport): string {
  const gated = workloads.flatMap(({ name, figures }) =>
    figures.filter(({ gate }) => gate !== undefined).map((figure) => ({ name, figure })),
  );
  const failed = gated.filter(({ figure }) => !keepsGate(figure));
  return failed.length === 0
    ? `verdict: PASSED, ${gated.length} of ${gated.length} gates kept`
    : `verdict: FAILED, ${failed.length} of ${gated.length} gates not kept: ${failed.map(({ name, figure }) => `${name}: ${figure.what} ${formatValue(figure)}`).join('; ')}`;
}

export function formatValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  const digits = Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0;
  const number = Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' || unit.startsWith('/') ? `${number}${unit}` : `${number} ${unit}`;
}

export function formatGate({ gate, unit }: Figure): string {
  if (gate === undefined) return '';
  return 'atLeast' in gate
    ? `≥ ${formatValue({ value: gate.atLeast, unit })}`
    : `≤ ${formatValue({ value: gate.atMost, unit })}`;
}

function stateOf(figure: Figure): string {
  if (figure.gate === undefined) return '';
  return keepsGate(figure) ? 'ok' : 'FAILED';
}

/** The table for the screen. */
export function toTable({ title, figures, round }: Measured): string {
  const rows = figures.map((figure) => [
    figure.what,
    formatValue(figure),
    formatGate(figure),
    stateOf(figure),
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map(([what = '', value = '', gate = '', state = '']) =>
    `  ${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${gate.padEnd(widths[2] ?? 0)}  ${state}`.trimEnd(),
  );
  return [round === 1 ? title : `${title} (round ${round})`, ...lines].join('\n');
}

/** What is kept: the workloads of this run in place of the same ones of an earlier run, in this order. */
export function mergeReports(
  earlier: BenchReport | undefined,
  report: BenchReport,
  order: readonly string[],
): BenchReport {
  const merged = new Map(
    [...(earlier?.workloads ?? []), ...report.workloads].map((measured) => [
      measured.name,
      measured,
    ]),
  );
  return { ...report, workloads: order.flatMap((name) => merged.get(name) ?? []) };
}

/** The page docs/reference/performance.md. */
export function toPage({ machine, workloads }: BenchReport): string {
  const head = `# Performance

Measured by \`npm run bench -- --save\`. A gate that is not kept fails the command.
Each workload names the load of the machine when it began: what other programs took from it; and the share of its
processor time that the host of a virtual machine gave to others while it ran, by which times grow and rates shrink. A ratio
holds nonetheless: both of its sides were measured in turns in one run.

| machine | |
|---|---|
| processors | ${machine.processors} |
| memory | ${machine.memoryGib} GiB |
| Node.js | ${machine.node} |
| PostgreSQL | ${machine.postgres} |
| 8 KiB to disk, median | ${formatValue({ value: machine.syncMs, unit: 'ms' })} |
`;
  const parts = workloads.map(
    ({ title, figures, measuredAt, scale, seed, load, withheld }) => `
## ${title}

On ${measuredAt.slice(0, 10)} at a load of ${load.toFixed(1)}${withheld === undefined ? '' : `, ${Math.round(withheld * 100)} % withheld`}, seed ${seed}${scale < 1 ? `, only tried out at ${scale} of the full numbers` : ''}.

| figure | value | gate | |
|---|---:|---:|---|
${figures.map((figure) => `| ${figure.what} | ${formatValue(figure)} | ${formatGate(figure)} | ${stateOf(figure)} |`).join('\n')}
`,
  );
  return [head, ...parts].join('');
}

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** One program of the check: a file that Node runs, with its arguments. */
export interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** What it printed; empty when it printed to the terminal itself. */
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** Runs a step to its end. With `show` its output goes to the terminal as it comes. */
export function runStep(step: Step, options: { show?: boolean } = {}): Promise<StepResult> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(process.cwd(), step.program), ...step.args], {
    stdio: [
      'ignore',
      options.show === true ? 'inherit' : 'pipe',
      options.show === true ? 'inherit' : 'pipe',
    ],
    env: options.show === true ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const finish = (passed: boolean, more = '') => {
      running.delete(child);
      const seconds = (performance.now() - started) / 1000;
      const output = Buffer.concat(chunks).toString('utf8') + more;
      resolve({ name: step.name, passed, seconds, output });
    };
    child.once('error', (error) =>
      finish(false, `${step.program} did not start: ${error.message}\n`),
    );
    child.once('close', (code) => finish(code === 0));
  });
}

/** Runs steps, at most `width` at a time, and tells of each as it ends. */
export async function runSteps(
  steps: readonly Step[],
  width: number,
  tell: (result: StepResult) => void,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = [...steps];
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      tell(result);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}

/** A signal to this program ends what it started, so that nothing is left behind. */
export function stopStepsOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill(signal);
      process.exitCode = 130;
    });
  }
}

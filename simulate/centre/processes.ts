import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { Given } from './open-centre.ts';

/** One process of the simulated centre, which may be killed and started again at any moment. */
export class CentreProcess {
  readonly #script: string;
  #given: Given;
  #child: ChildProcess | undefined;
  #waiting: Array<(line: string) => void> = [];

  constructor(script: 'serve.ts' | 'work.ts', given: Given) {
    this.#script = fileURLToPath(new URL(script, import.meta.url));
    this.#given = given;
  }

  /** Resolves with what it says when it is ready. */
  async start(): Promise<string> {
    // With what the product itself is started with: modules come from a cache of compiled ones.
    const options = [...process.execArgv, this.#script, JSON.stringify(this.#given)];
    const child = spawn(process.execPath, options, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child = child;
    // Of this process alone: what the one before had still to say must not be taken for its answers.
    const waiting: Array<(line: string) => void> = [];
    this.#waiting = waiting;
    child.stdin?.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
    const ended = once(child, 'exit').then(() => {
      for (const answer of waiting.splice(0)) answer('null');
    });
    return Promise.race([
      this.#next(),
      ended.then((): string => {
        throw new Error(`${this.#script} ended before it was ready`);
      }),
    ]);
  }

  /** The centre's time; also that of a process which is started again. */
  async moveTo(epochMs: number): Promise<void> {
    this.#given = { ...this.#given, epochMs };
    await this.#order(`now ${epochMs}`);
  }

  /** Everything that is due is done, and what comes of it; nothing when the process is being killed. */
  async drain(): Promise<string> {
    return this.#order('drain');
  }

  async cpuMs(): Promise<number> {
    return Number(await this.#order('cpu'));
  }

  /** Ends it at once, without a word to it. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.stdin?.end();
    await ended;
  }

  async #order(line: string): Promise<string> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return 'null';
    child.stdin?.write(`${line}\n`);
    return this.#next();
  }

  #next(): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}

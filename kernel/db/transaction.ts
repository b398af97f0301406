import type { Pool, PoolClient } from 'pg';

import { handleOnClient } from './dialect.ts';
import { run, runApart } from './pipeline.ts';
import type { Compilable, Db, Tx } from './types.ts';

interface TxState {
  readonly client: PoolClient;
  readonly sent: Array<Promise<unknown>>;
  readonly afterCommit: Array<() => void>;
}

const states = new WeakMap<object, TxState>();
const handles = new WeakMap<PoolClient, Db>();

function stateOf(tx: Tx): TxState {
  const state = states.get(tx);
  if (!state) throw new Error('This handle is not inside an open transaction.');
  return state;
}

/** Thrown when the server answered COMMIT with ROLLBACK: a statement that nobody awaited had failed. */
export class CommitRefused extends Error {
  constructor() {
    super('The transaction was rolled back by the server instead of committed.');
    this.name = 'CommitRefused';
  }
}

/**
 * Sends a write without waiting for its answer; the transaction waits for all of them when it commits.
 * A failure surfaces from `transaction`, and nothing of the transaction is kept.
 */
export function send(tx: Tx, ...queries: readonly Compilable[]): void {
  const state = stateOf(tx);
  for (const query of queries) {
    const { sql, parameters } = query.compile();
    const answer = run(state.client, sql, parameters);
    answer.catch(() => undefined);
    state.sent.push(answer);
  }
}

/** Sends a statement given as text; for kernel parts whose SQL the builder cannot say. */
export function sendText(tx: Tx, sql: string, parameters: readonly unknown[]): void {
  send(tx, { compile: () => ({ sql, parameters }) });
}

/** Runs a statement given as text on the transaction's connection and waits for its rows. */
export async function runText<R>(
  tx: Tx,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<R[]> {
  const result = await run(stateOf(tx).client, sql, parameters);
  return result.rows as R[];
}

/** Runs a statement on the connection of an open transaction; undefined when the handle is of none. */
export async function runOn<R>(
  db: Db,
  sql: string,
  parameters: readonly unknown[],
): Promise<R[] | undefined> {
  const state = states.get(db);
  return state && ((await run(state.client, sql, parameters)).rows as R[]);
}

/** Runs `act` once the transaction is durable; never when it rolls back. It must not throw. */
export function afterCommit(tx: Tx, act: () => void): void {
  stateOf(tx).afterCommit.push(act);
}

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

function isRetryable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    RETRYABLE.has(error.code)
  );
}

/** Runs `work` in one transaction; repeats it, a bounded number of times, after a deadlock. */
export async function runTransaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

async function runOnce<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const tx = bindHandle(client);
  const state: TxState = { client, sent: [], afterCommit: [] };
  states.set(tx, state);
  try {
    const value = await workAndCommit(client, tx, state, work);
    for (const act of state.afterCommit) act();
    return value;
  } finally {
    states.delete(tx);
    // Anything but an idle connection is thrown away: broken, or still inside a transaction.
    client.release(client.getTransactionStatus() !== IDLE);
  }
}

const IDLE = 'I';

async function workAndCommit<T>(
  client: PoolClient,
  tx: Tx,
  state: TxState,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const begun = run(client, 'BEGIN');
  begun.catch(() => undefined);
  let value: T;
  try {
    value = await work(tx);
  } catch (error) {
    const cause = await firstCause(error, state);
    await Promise.allSettled([runApart(client, 'ROLLBACK'), ...state.sent]);
    throw cause;
  }
  await commit(client, begun, state);
  return value;
}

/** A fresh object per transaction over a handle kept per client, so that a stale `tx` is refused. */
function bindHandle(client: PoolClient): Tx {
  let handle = handles.get(client);
  if (!handle) {
    handle = handleOnClient(client);
    handles.set(client, handle);
  }
  return handle.$extendTables<Record<never, never>>() as Tx;
}

async function commit(client: PoolClient, begun: Promise<unknown>, state: TxState): Promise<void> {
  const committed = run(client, 'COMMIT');
  const [result, ...others] = await Promise.allSettled([committed, begun, ...state.sent]);
  const failed = [...others, result].find((one) => one.status === 'rejected');
  if (failed === undefined) {
    if (result.status === 'fulfilled' && result.value.command !== 'COMMIT')
      throw new CommitRefused();
    return;
  }
  // A commit behind a failed statement of its batch was never run: the transaction is still open.
  await runApart(client, 'ROLLBACK').catch(() => undefined);
  throw failed.reason;
}

const ABORTED = '25P02';

/** After a sent write failed, the next awaited statement only says that the transaction is aborted: gives the write's own error. */
async function firstCause(thrown: unknown, state: TxState): Promise<unknown> {
  if (!(thrown instanceof Error && 'code' in thrown && thrown.code === ABORTED)) return thrown;
  const answers = await Promise.allSettled(state.sent);
  const failed = answers.find((answer) => answer.status === 'rejected' && answer.reason !== thrown);
  return failed?.status === 'rejected' ? failed.reason : thrown;
}

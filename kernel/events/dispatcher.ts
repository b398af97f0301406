import { listCentres } from '../centre/centre.ts';
import { deliver, type DeliveryDeps, type DeliveryFailure } from './deliver.ts';
import type { Listener } from './listener.ts';
import { readNewNames, readSnapshot } from './log.ts';
import { createLooks } from './looks.ts';
import { type Behind, ensurePlaces, listBehind, listRetriesDue } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { createVisits } from './visits.ts';

export interface DispatcherOptions extends DeliveryDeps {
  readonly listeners: readonly Listener[];
  /** Listeners served at the same time by this process. */
  readonly concurrency: number;
  readonly pollMs?: number;
}

/** What a drain did. */
export interface Drained {
  readonly handled: number;
  readonly failures: readonly DeliveryFailure[];
}

/** Brings events from the log to the listeners of this process. */
export interface Dispatcher {
  /** Looks until `stop`: at once when something is written, and every second in any case. */
  start(): void;
  /** Stops looking and waits for the handlers that run. */
  stop(): Promise<void>;
  /** Handles everything that is due now, until nothing is left. Gives what failed. */
  drain(): Promise<Drained>;
}

const POLL_MS = 1000;
/** Under load events are heard several at a time; one alone is heard at once. */
const GATHER_MS = 25;
/** How often it is checked that nobody was left behind; between, news is enough. */
const SWEEP_MS = 60_000;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { database, clock, log, listeners, concurrency } = options;
  const byName = new Map(listeners.map((listener) => [listener.name, listener]));
  const hearers = groupByEvent(listeners);
  const stopping = new AbortController();
  let centreIds: number[] = [];
  let since: Snapshot | undefined;
  let sweptAt = Number.NEGATIVE_INFINITY;

  const visits = createVisits(concurrency, log, ({ centre_id, listener }) => {
    const found = byName.get(listener);
    const nothing = { handled: 0, failures: [], reached: 0n };
    return found === undefined
      ? Promise.resolve({ ...nothing, reached: BigInt(Number.MAX_SAFE_INTEGER) })
      : deliver(options, centre_id, found, stopping.signal);
  });
  const looks = createLooks({
    database,
    log,
    pollMs: options.pollMs ?? POLL_MS,
    gatherMs: GATHER_MS,
    look,
  });

  async function prepare(): Promise<void> {
    centreIds = (await listCentres(database.db)).map((centre) => centre.centreId);
    await database.transaction(async (tx) => {
      for (const centreId of centreIds) ensurePlaces(tx, centreId, listeners, clock.now());
    });
  }

  async function look(isPoll: boolean): Promise<void> {
    since ??= await readSnapshot(database.db);
    if (performance.now() - sweptAt > SWEEP_MS) {
      await prepare();
      wantAll(await listBehind(database.db, listeners));
      sweptAt = performance.now();
    }
    if (isPoll) wantAll(await listRetriesDue(database.db, clock.now()));
    const news = await readNewNames(database.db, centreIds, since);
    since = news.after;
    for (const { centre_id, name, through } of news.rows)
      for (const listener of hearers.get(name) ?? [])
        visits.want({ centre_id, listener: listener.name }, BigInt(through));
    visits.serve();
  }

  function wantAll(behind: readonly Behind[]): void {
    for (const item of behind) if (byName.has(item.listener)) visits.want(item, 0n);
  }

  return {
    start: () => looks.start(),
    stop: async () => {
      stopping.abort();
      await looks.stop();
      await visits.stop();
    },
    drain: async () => {
      await prepare();
      return drain(options, byName);
    },
  };
}

function groupByEvent(listeners: readonly Listener[]): Map<string, Listener[]> {
  const hearers = new Map<string, Listener[]>();
  for (const listener of listeners)
    for (const kind of listener.events)
      hearers.set(kind.name, [...(hearers.get(kind.name) ?? []), listener]);
  return hearers;
}

/** How long a drain waits for transactions of others that hide what is due. */
const PATIENCE_MS = 20_000;

async function drain(
  options: DispatcherOptions,
  byName: ReadonlyMap<string, Listener>,
): Promise<Drained> {
  const { database, clock, listeners } = options;
  const failures: DeliveryFailure[] = [];
  let handled = 0;
  const start = performance.now();
  for (;;) {
    const due = [
      ...(await listBehind(database.db, listeners)),
      ...(await listRetriesDue(database.db, clock.now())),
    ].filter(({ listener }) => byName.has(listener));
    if (due.length === 0) return { handled, failures };
    for (const { centre_id, listener } of due) {
      const found = byName.get(listener);
      if (found === undefined) continue;
      const result = await deliver(options, centre_id, found);
      handled += result.handled;
      failures.push(...result.failures);
    }
    if (performance.now() - start > PATIENCE_MS)
      throw new Error('Events stayed hidden behind a transaction that does not end.');
  }
}

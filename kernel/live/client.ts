import { createConnection, type LiveState, type Source } from './client-connection.ts';
import { frames, type LiveEvent, routes } from './contract.ts';

export interface Following {
  readonly topics: readonly string[];
  /** Events of these topics, in their order, each once. */
  onEvents(events: readonly LiveEvent[]): void;
  /** What was missed cannot be made up: load everything anew. */
  onReset(): void;
}

/** The live channel of a page: one connection, however many parts of the page follow something. */
export interface LiveClient {
  /** Follows topics until the returned function is called. */
  follow(following: Following): () => void;
  state(): LiveState;
  /** Calls back when the state changes; the returned function ends that. */
  onState(changed: () => void): () => void;
  close(): void;
}

export interface LiveClientOptions {
  readonly address?: string;
  readonly openSource?: (address: string) => Source;
  /** A hidden page gives its connection back after so long and takes it up where it was; `never` for screens in a hall. */
  readonly pauseHiddenAfterMs?: number | 'never';
  /** The page, to know whether it is hidden; undefined where there is none. */
  readonly page?: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'> | undefined;
}

/** Parts of a page appear together: one connection for all of them. */
const GATHER_MS = 20;
/** A browser holds few connections to one site over HTTP/1.1: pages that nobody sees must not use them up. */
const PAUSE_MS = 60_000;

export function createLiveClient(options: LiveClientOptions = {}): LiveClient {
  const followings = new Set<Following>();
  const watchers = new Set<() => void>();
  let connected: ReadonlySet<string> = new Set();
  let gathering: ReturnType<typeof setTimeout> | undefined;

  const connection = createConnection({
    address: options.address ?? routes.follow.path,
    openSource: options.openSource ?? ((url) => new EventSource(url)),
    onState: () => {
      for (const watch of watchers) watch();
    },
    onFrame: (name, data) => {
      if (name === frames.reset) for (const following of followings) following.onReset();
      if (name === frames.news) hand(JSON.parse(data) as LiveEvent[]);
    },
  });

  function hand(events: readonly LiveEvent[]): void {
    for (const following of followings) {
      const own = events.filter(({ topic }) => following.topics.includes(topic));
      if (own.length > 0) following.onEvents(own);
    }
  }

  function connect(): void {
    connected = new Set([...followings].flatMap((following) => following.topics));
    if (connected.size === 0) connection.close();
    else connection.open([...connected]);
  }

  function gather(): void {
    clearTimeout(gathering);
    gathering = setTimeout(connect, GATHER_MS);
  }

  const stopWatching = watchPage(
    options,
    () => connection.close(),
    () => {
      if (!connection.isOpen()) connect();
    },
  );

  return {
    follow: (following) => {
      followings.add(following);
      if (following.topics.some((topic) => !connected.has(topic))) gather();
      return () => {
        followings.delete(following);
        if (followings.size === 0) gather();
      };
    },
    state: () => connection.state(),
    onState: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    close: () => {
      followings.clear();
      clearTimeout(gathering);
      connection.close();
      stopWatching();
    },
  };
}

/** Tells when the page has been hidden for long, and when it is seen again. */
function watchPage(
  options: LiveClientOptions,
  onHidden: () => void,
  onSeen: () => void,
): () => void {
  const { pauseHiddenAfterMs = PAUSE_MS } = options;
  const page = 'page' in options ? options.page : globalThis.document;
  if (page === undefined || pauseHiddenAfterMs === 'never') return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (page.hidden) timer = setTimeout(onHidden, pauseHiddenAfterMs);
    else onSeen();
  };
  page.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    page.removeEventListener('visibilitychange', look);
  };
}

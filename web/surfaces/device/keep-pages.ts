/** A store of answers by address: the part of the browser's Cache that is used here. */
export interface AnswerStore {
  match(address: string): Promise<Response | undefined>;
  put(address: string, answer: Response): Promise<void>;
  delete(address: string): Promise<boolean>;
  /** Oldest first. */
  keys(): Promise<ReadonlyArray<{ readonly url: string }>>;
}

/** A request as far as it decides what is answered. */
export type Wanted = Pick<Request, 'method' | 'url' | 'mode'>;

export interface KeeperWorld {
  readonly origin: string;
  readonly openStore: () => Promise<AnswerStore>;
  readonly fetch: (request: Wanted | string) => Promise<Response>;
  /** Resolves after so long; then a page that was kept is shown while the server thinks. */
  readonly wait: (ms: number) => Promise<void>;
}

export interface Keeper {
  /** What the page gets for its request; undefined leaves it to the browser. */
  answer(request: Wanted): Promise<Response> | undefined;
  /** The page runs with these files: from now on it opens with them without the server. */
  keep(addresses: readonly string[]): Promise<void>;
}

/** All pages of the surface are one file; it stands under this name. */
const PAGE = '/hall';
/** The page that the server gave last, until it has run: one whose files never came must not be kept. */
const FRESH = '/hall?fresh';
const ASSETS = '/assets/';
/** Files of former versions go, the oldest first. */
export const MOST_FILES = 400;
const PATIENCE_MS = 4000;

/**
 * Lets the pages of hall devices open while the server is away: the page as it ran last and its files come from the
 * store. The server is asked for a page first, so that a new version is seen at once; files have a hash in their
 * name and are taken from the store. Requests for data are never touched: pages keep those themselves, with their time.
 */
export function createKeeper({ origin, openStore, fetch, wait }: KeeperWorld): Keeper {
  async function givePage(request: Wanted): Promise<Response> {
    const store = await openStore();
    const kept = async () => store.match(PAGE);
    const asked = fetch(request).then(async (answer) => {
      if (answer.ok) await store.put(FRESH, answer.clone());
      return answer;
    });
    const first = await Promise.race([
      asked.catch(() => undefined),
      wait(PATIENCE_MS).then(() => undefined),
    ]);
    if (first !== undefined && first.status < 500) return first;
    return (await kept()) ?? first ?? asked;
  }

  async function giveFile(request: string): Promise<Response> {
    const store = await openStore();
    const kept = await store.match(request);
    if (kept) return kept;
    const answer = await fetch(request);
    if (answer.status === 200) await store.put(request, answer.clone());
    return answer;
  }

  async function keep(addresses: readonly string[]): Promise<void> {
    const files = addresses.filter((address) => isFile(address, origin));
    await Promise.all(files.map((address) => giveFile(address)));
    const store = await openStore();
    const page = (await store.match(FRESH)) ?? (await fetch(origin + PAGE));
    if (page.ok) await store.put(PAGE, page);
    await dropOldest(store);
  }

  return {
    answer: (request) => {
      const { method, url, mode } = request;
      if (method !== 'GET') return undefined;
      if (isFile(url, origin)) return giveFile(url);
      const { origin: from, pathname } = new URL(url);
      const isPage = from === origin && (pathname === PAGE || pathname.startsWith(`${PAGE}/`));
      return isPage && mode === 'navigate' ? givePage(request) : undefined;
    },
    keep,
  };
}

function isFile(address: string, origin: string): boolean {
  const { origin: from, pathname } = new URL(address);
  return from === origin && (pathname.startsWith(ASSETS) || pathname === '/favicon.svg');
}

async function dropOldest(store: AnswerStore): Promise<void> {
  const names = (await store.keys()).map(({ url }) => url);
  const files = names.filter((url) => new URL(url, 'http://x').pathname.startsWith(ASSETS));
  const old = files.slice(0, Math.max(0, files.length - MOST_FILES));
  await Promise.all(old.map((url) => store.delete(url)));
}

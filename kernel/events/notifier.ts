import type pg from 'pg';

import type { Database } from '../db/database.ts';
import type { Log } from '../observe/log.ts';
import { onWake, relayWake, type Wake } from './wake.ts';

const CHANNEL = 'onewindow_outbox';
/** The pause between two notifications: under load one stands for many commits. */
const GATHER_MS = 2;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;
/** A longer list says "look everywhere"; a payload holds 8000 bytes. */
const MAX_WAKES = 400;

export interface Notifier {
  readonly isConnected: () => boolean;
  /** Ends this use; the connection closes with the last one. */
  leave(): Promise<void>;
}

interface Shared {
  users: number;
  readonly connection: Connection;
}

const shared = new WeakMap<Database, Shared>();

/**
 * Joins the one notifier that this process has for a database. It tells other processes, in batches and
 * on a connection of its own, that there is something new, and passes on what they say. It is only a
 * hint: readers also look by themselves, so a lost notification delays and never loses.
 */
export function joinNotifier(database: Database, log: Log): Notifier {
  const joined = shared.get(database) ?? { users: 0, connection: connect(database, log) };
  shared.set(database, joined);
  joined.users += 1;
  let hasLeft = false;
  return {
    isConnected: () => joined.connection.isOpen(),
    leave: async () => {
      if (hasLeft) return;
      hasLeft = true;
      joined.users -= 1;
      if (joined.users > 0) return;
      shared.delete(database);
      await joined.connection.close();
    },
  };
}

interface Connection {
  isOpen(): boolean;
  close(): Promise<void>;
}

/** Opens the connection and keeps it open: after a restart of the database it is there again. */
function connect(database: Database, log: Log): Connection {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let waitMs = FIRST_WAIT_MS;
  let isClosed = false;
  let attempt = open();

  async function open(): Promise<void> {
    try {
      client = await listen(database, () => reopen());
      waitMs = FIRST_WAIT_MS;
      // What was said while nobody listened.
      relayWake({ kind: 'events' });
      relayWake({ kind: 'jobs' });
    } catch (error) {
      log.warn({ err: error }, 'notifier cannot reach the database; trying again');
      reopen();
    }
  }

  function reopen(): void {
    client = undefined;
    if (isClosed) return;
    clearTimeout(retry);
    retry = setTimeout(() => {
      attempt = open();
    }, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  const ear = gatherWakes(async (payload) => {
    await client?.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined);
  });
  return {
    isOpen: () => client !== undefined,
    close: async () => {
      isClosed = true;
      ear.stop();
      clearTimeout(retry);
      await attempt;
      await client?.end();
    },
  };
}

/** A connection that passes on what others say. `onEnd` is called once when it breaks. */
async function listen(database: Database, onEnd: () => void): Promise<pg.Client> {
  const client = await database.connectAlone();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    client.on('notification', ({ processId, payload }) => {
      if (processId !== rows[0]?.pid) readWakes(payload ?? '').forEach(relayWake);
    });
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    await client.end();
    throw error;
  }
  client.once('end', onEnd);
  return client;
}

/**
 * Says at once what this process wakes for; what comes while that is on its way, and for a short while
 * after, is collected and said in one payload.
 */
function gatherWakes(say: (payload: string) => Promise<void>): { stop(): void } {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isSaying = false;
  const flush = async (): Promise<void> => {
    isSaying = true;
    const payload = pending.size > MAX_WAKES ? 'e*,j*' : [...pending].join(',');
    pending.clear();
    await say(payload);
    timer = setTimeout(() => {
      isSaying = false;
      if (pending.size > 0) void flush();
    }, GATHER_MS);
  };
  const forget = onWake((wake, source) => {
    if (source !== 'here') return;
    pending.add(writeWake(wake));
    if (!isSaying) void flush();
  });
  return {
    stop: () => {
      forget();
      clearTimeout(timer);
      pending.clear();
    },
  };
}

function writeWake({ kind, centreId }: Wake): string {
  return `${kind === 'events' ? 'e' : 'j'}${centreId ?? '*'}`;
}

function readWakes(payload: string): Wake[] {
  return payload.split(',').flatMap((word) => {
    const match = /^([ej])(\*|\d{1,9})$/.exec(word);
    if (match === null) return [];
    const kind = match[1] === 'e' ? 'events' : 'jobs';
    return [match[2] === '*' ? { kind } : { kind, centreId: Number(match[2]) }];
  });
}

import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import type { EventKind } from '../events/contract.ts';
import { readSnapshot } from '../events/log.ts';
import { createLooks } from '../events/looks.ts';
import { getSnapshot, isLater, type Snapshot } from '../events/snapshot.ts';
import type { Log } from '../observe/log.ts';
import { liveConnections } from '../observe/metrics.ts';
import { BEAT_SECONDS } from './contract.ts';
import { createFrames, type Frames } from './frames.ts';
import { createReadNews } from './news.ts';
import { parsePosition, type Position } from './position.ts';
import type { Stream } from './stream.ts';

export interface HubOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** All kinds of event; those without `live` stay on the server. */
  readonly events: readonly EventKind[];
  readonly pollMs?: number;
}

/** Brings events to the open streams of this process. */
export interface Hub {
  start(): Promise<void>;
  /** Closes every stream; their followers come back to another process. */
  stop(): Promise<void>;
  /** Puts a stream to the others: from now on, or from the position its follower brought back. */
  open(stream: Stream, lastEventId: string | undefined): Promise<void>;
  close(stream: Stream): void;
  readonly streams: ReadonlySet<Stream>;
}

const POLL_MS = 1000;
/** After a longer absence a page loads anew. */
const OLDEST_MS = 3_600_000;

export function createHub(options: HubOptions): Hub {
  const { database, clock, log, pollMs = POLL_MS } = options;
  const readNews = createReadNews(database, options.events);
  const streams = new Set<Stream>();
  /** Centres that are read, and since when every look does so: once a centre had a follower it stays. */
  const centres = new Map<number, Promise<void>>();
  let since: Snapshot = getSnapshot('0:0:');
  let beating: NodeJS.Timeout | undefined;
  const looks = createLooks({ database, log, pollMs, look });

  async function look(isPoll: boolean): Promise<void> {
    if (streams.size === 0) {
      const present = isPoll ? await readSnapshot(database.db) : since;
      // Somebody who joined meanwhile began from the old one, and is told what lies between.
      if (streams.size === 0) {
        since = present;
        return;
      }
    }
    const batch = await readNews([...centres.keys()], since);
    const frames = createFrames(clock);
    // Together, without a pause between: whoever joins after this begins from `after`.
    since = batch.after;
    for (const stream of streams) stream.deliver(batch, frames);
  }

  /** Sends what a follower missed since its position, then goes on with what happened meanwhile. */
  async function resume(stream: Stream, { snapshot }: Position): Promise<void> {
    stream.hold();
    if (isLater(snapshot, since)) {
      // Given by a process that had read further; or by a database that was since restored, and then it is nothing.
      const isKnown = !isLater(snapshot, await readSnapshot(database.db));
      const frames = createFrames(clock);
      return isKnown ? stream.begin(snapshot, frames) : stream.reset(since, frames);
    }
    const { after, messages, isTooMuch } = await readNews([stream.actor.centreId], snapshot);
    const frames = createFrames(clock);
    const missed = stream.select(messages);
    if (isTooMuch) stream.write(frames.reset(after));
    else if (missed.length > 0) stream.write(frames.news(missed, after));
    return stream.begin(after, frames);
  }

  async function open(stream: Stream, lastEventId: string | undefined): Promise<void> {
    const { centreId } = stream.actor;
    // The look that runs now does not read a centre that is new.
    const isRead = centres.get(centreId) ?? looks.settle();
    centres.set(centreId, isRead);
    await isRead;
    if (stream.isClosed) return undefined;
    streams.add(stream);
    liveConnections.set(streams.size);
    if (lastEventId === undefined) return stream.begin(since, createFrames(clock));
    const position = parseUsable(lastEventId, clock.now());
    if (position === undefined) return stream.reset(since, createFrames(clock));
    return resume(stream, position);
  }

  return {
    streams,
    open,
    start: async () => {
      since = await readSnapshot(database.db);
      looks.start();
      beating = setInterval(
        () => beatAll(streams, since, createFrames(clock)),
        BEAT_SECONDS * 1000,
      );
    },
    stop: async () => {
      clearInterval(beating);
      for (const stream of streams) stream.end();
      await looks.stop();
    },
    close: (stream) => {
      streams.delete(stream);
      liveConnections.set(streams.size);
    },
  };
}

function beatAll(streams: ReadonlySet<Stream>, since: Snapshot, frames: Frames): void {
  for (const stream of streams) stream.beat(since, frames);
}

/** The position that a follower brought back, unless it is none or too old. */
function parseUsable(lastEventId: string, now: Date): Position | undefined {
  const position = parsePosition(lastEventId);
  const isOld = position !== undefined && now.getTime() - position.at.getTime() >= OLDEST_MS;
  return isOld ? undefined : position;
}

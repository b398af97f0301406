import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../access/contract-actor.ts';
import { BACKGROUND_HEADER } from '../access/identify.ts';
import { type ServedRoute, serve } from '../http/handler.ts';
import type { Identify } from '../http/identify.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { problems, routes } from './contract.ts';
import { createGuard } from './guard.ts';
import { createHub, type HubOptions } from './hub.ts';
import { Stream } from './stream.ts';
import type { Topic } from './topic.ts';

export interface LiveOptions extends HubOptions {
  readonly topics: readonly Topic[];
  /** Asked again for each open stream every few seconds, marked as asked in the background. */
  readonly identify: Identify;
  /** Seconds after which a lost session or permission has closed its streams. 5 unless told. */
  readonly recheckSeconds?: number;
}

/** The live channel of this process. */
export interface Live {
  readonly routes: readonly ServedRoute[];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Closes streams at once, e.g. those of a session that was just revoked in this process. */
  closeWhere(concerned: (actor: Actor) => boolean): void;
}

const MOST_STREAMS_OF_ONE = 24;
/** A hall full of visitors can stand behind one address. */
const MOST_STREAMS_OF_AN_ADDRESS = 1000;
/** What a browser waits before it comes back. */
const RETRY_MS = 2000;

export function createLive(options: LiveOptions): Live {
  const { log, recheckSeconds = 5 } = options;
  const hub = createHub(options);
  const guard = createGuard(options.topics, options.identify);
  const requests = new Map<Stream, FastifyRequest>();
  let rechecking: NodeJS.Timeout | undefined;

  async function follow(
    actor: Actor,
    topics: readonly string[],
    lastEventId: string | undefined,
    { raw, reply }: { readonly raw: FastifyRequest; readonly reply: FastifyReply },
  ): Promise<void> {
    await guard.admit(actor, topics);
    const owner = ownerOf(actor);
    const own = [...hub.streams].filter((stream) => ownerOf(stream.actor) === owner);
    const most = actor.kind === 'anonymous' ? MOST_STREAMS_OF_AN_ADDRESS : MOST_STREAMS_OF_ONE;
    if (own.length >= most) throw new ProblemError(problems.tooManyStreams);
    sendHead(raw, reply);
    // A page that only listens does not keep its session awake.
    raw.raw.headers[BACKGROUND_HEADER] = '1';
    const stream = new Stream(reply.raw, actor, topics);
    requests.set(stream, raw);
    reply.raw.on('close', () => {
      hub.close(stream);
      requests.delete(stream);
    });
    await hub.open(stream, lastEventId).catch((error: unknown) => {
      log.warn({ err: error }, 'a live stream could not go on');
      stream.drop();
    });
  }

  /** Streams are looked at one after the other: a thousand of them must not meet in the database at once. */
  async function recheck(): Promise<void> {
    for (const [stream, request] of requests) {
      const stays = await guard.mayStay(stream, request).catch(() => true);
      if (!stays) stream.end();
    }
  }

  function scheduleRecheck(): void {
    rechecking = setTimeout(() => {
      void recheck().finally(() => {
        if (rechecking !== undefined) scheduleRecheck();
      });
    }, recheckSeconds * 1000);
  }

  return {
    routes: [
      serve(routes.follow, async ({ actor, query, raw, reply }) => {
        const header = raw.headers['last-event-id'];
        const lastEventId = typeof header === 'string' ? header : query.lastEventId;
        await follow(actor, query.topics, lastEventId, { raw, reply });
        return undefined;
      }),
    ],
    start: async () => {
      await hub.start();
      scheduleRecheck();
    },
    stop: async () => {
      clearTimeout(rechecking);
      rechecking = undefined;
      await hub.stop();
    },
    closeWhere: (concerned) => {
      for (const stream of hub.streams) if (concerned(stream.actor)) stream.end();
    },
  };
}

/** The public shares a number of streams by address, others have their own. */
function ownerOf(actor: Actor): string {
  return actor.kind === 'anonymous' ? `address:${actor.request?.address ?? ''}` : actor.id;
}

function sendHead(raw: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  raw.raw.socket.setNoDelay(true);
  raw.raw.socket.setTimeout(0);
  // The body ends with the connection: chunk marks around every frame would cost more than the frame.
  reply.raw.removeHeader('transfer-encoding');
  reply.raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // A proxy that gathers output would turn a live channel into a slow one.
    'x-accel-buffering': 'no',
  } as Record<string, string>);
  reply.raw.write(`retry: ${RETRY_MS}\n\n`);
}

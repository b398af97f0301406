import { z } from 'zod';

import { LiveEvent } from './contract.ts';

/** A frame of the wire, taken apart as a browser does. */
export interface Frame {
  readonly id: string;
  readonly name: string;
  readonly data: string;
}

/** Reads a stream of server-sent events over a real connection, for the tests of the live channel. */
export interface Follower {
  readonly frames: Frame[];
  /** Numbers in the payloads of the events received so far. */
  readonly numbers: number[];
  readonly lastId: () => string | undefined;
  readonly isOpen: () => boolean;
  stop(): void;
}

export async function followStream(
  base: string,
  topics: string,
  options: {
    readonly actorId?: string;
    readonly lastEventId?: string | undefined;
    readonly onEvents?: (events: LiveEvent[]) => void;
  } = {},
): Promise<Follower> {
  const aborting = new AbortController();
  const response = await fetch(`${base}/api/v1/live?topics=${encodeURIComponent(topics)}`, {
    headers: {
      ...(options.actorId === undefined ? {} : { 'x-test-actor': options.actorId }),
      ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
    },
    signal: aborting.signal,
  });
  if (response.status !== 200 || response.body === null)
    throw new Error(`${response.status} ${await response.text()}`);
  const frames: Frame[] = [];
  const numbers: number[] = [];
  let isOpen = true;
  const take = (frame: Frame): void => {
    frames.push(frame);
    if (frame.name !== 'news') return;
    const events = z.array(LiveEvent).parse(JSON.parse(frame.data));
    numbers.push(...events.map((event) => Number(event.payload['number'])));
    options.onEvents?.(events);
  };
  void readFrames(response.body, take)
    .catch(() => undefined)
    .finally(() => {
      isOpen = false;
    });
  return {
    frames,
    numbers,
    lastId: () => frames.at(-1)?.id,
    isOpen: () => isOpen,
    stop: () => aborting.abort(),
  };
}

async function readFrames(
  body: ReadableStream<Uint8Array>,
  take: (frame: Frame) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const parts = rest.split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
      if (field('event') !== '')
        take({ id: field('id'), name: field('event'), data: field('data') });
    }
  }
}

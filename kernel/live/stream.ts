import type { ServerResponse } from 'node:http';

import type { Actor } from '../access/contract-actor.ts';
import { isLater, isVisible, type Snapshot } from '../events/snapshot.ts';
import type { Frames } from './frames.ts';
import type { Message } from './message.ts';

/** What one look of the hub brought. */
export interface Batch {
  readonly messages: readonly Message[];
  readonly after: Snapshot;
  /** So much happened at once that followers load everything anew. */
  readonly isTooMuch: boolean;
}

/** Bytes that may wait for a slow reader before it is dropped; it comes back and resumes. */
const MAX_WAITING_BYTES = 1024 * 1024;

/** One open connection and how far its follower has come. */
export class Stream {
  readonly actor: Actor;
  readonly topics: ReadonlySet<string>;
  readonly #socket: ServerResponse;
  /** While what was missed is being read, batches wait here. */
  #waiting: Batch[] | undefined;
  /** Until a batch goes beyond it, what is visible in it was sent already. */
  #from: Snapshot | undefined;
  #wasFull = false;

  constructor(socket: ServerResponse, actor: Actor, topics: readonly string[]) {
    this.#socket = socket;
    this.actor = actor;
    this.topics = new Set(topics);
  }

  get isClosed(): boolean {
    return this.#socket.destroyed || this.#socket.writableEnded;
  }

  /** Holds batches back until `begin`. */
  hold(): void {
    this.#waiting = [];
  }

  /** Goes on from a snapshot, and says so: everything visible in it was sent or is known. */
  begin(from: Snapshot, frames: Frames): void {
    this.write(frames.beat(from));
    this.#from = from;
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const batch of waiting) this.deliver(batch, frames);
  }

  /** Tells the follower to load everything anew, and goes on from there. */
  reset(from: Snapshot, frames: Frames): void {
    this.write(frames.reset(from));
    this.begin(from, frames);
  }

  /** Sends what of the batch belongs to the topics followed and was not sent before. */
  deliver(batch: Batch, frames: Frames): void {
    if (this.#waiting !== undefined) {
      this.#waiting.push(batch);
      return;
    }
    const from = this.#from;
    if (from !== undefined && !isLater(batch.after, from)) return;
    this.#from = undefined;
    if (batch.isTooMuch) return this.write(frames.reset(batch.after));
    const news = this.select(batch.messages, from);
    if (news.length > 0) this.write(frames.news(news, batch.after));
  }

  /** The messages of the topics followed, without those visible in a snapshot. */
  select(messages: readonly Message[], without?: Snapshot): Message[] {
    return messages.filter(
      ({ centreId, topic, writtenBy }) =>
        centreId === this.actor.centreId &&
        this.topics.has(topic) &&
        (without === undefined || !isVisible(writtenBy, without)),
    );
  }

  /** A sign of life, with the position when the follower has come so far. A reader that does not read is dropped. */
  beat(at: Snapshot, frames: Frames): void {
    const isFull = this.#socket.writableLength > 0;
    if (isFull && this.#wasFull) return this.drop();
    this.#wasFull = isFull;
    const isAhead = this.#from !== undefined && !isLater(at, this.#from);
    if (this.#waiting === undefined && !isAhead) this.write(frames.beat(at));
    return undefined;
  }

  write(frame: Buffer): void {
    if (this.isClosed) return;
    this.#socket.write(frame);
    if (this.#socket.writableLength > MAX_WAITING_BYTES) this.drop();
  }

  /** Closes at once; the follower comes back and goes on where it was. */
  drop(): void {
    this.#socket.destroy();
  }

  /** Closes after what was written is sent. */
  end(): void {
    this.#socket.end();
  }
}

import type { ServerResponse } from 'node:http';

import { beforeEach, describe, expect, it } from 'vitest';

import { anonymousActor } from '../access/system-actor.ts';
import { fixedClock } from '../clock/clock.ts';
import { getSnapshot } from '../events/snapshot.ts';
import { createFrames } from './frames.ts';
import type { Message } from './message.ts';
import { type Batch, Stream } from './stream.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');
const frames = () => createFrames(clock);

class FakeSocket {
  readonly written: string[] = [];
  destroyed = false;
  writableEnded = false;
  writableLength = 0;

  write(frame: Buffer): boolean {
    this.written.push(frame.toString('utf8'));
    return true;
  }

  destroy(): void {
    this.destroyed = true;
  }

  end(): void {
    this.writableEnded = true;
  }
}

let socket: FakeSocket;
let stream: Stream;

beforeEach(() => {
  socket = new FakeSocket();
  stream = new Stream(socket as unknown as ServerResponse, anonymousActor(1), ['a', 'b']);
});

const message = (topic: string, number: number, centreId = 1): Message => ({
  centreId,
  topic,
  writtenBy: BigInt(number),
  json: String(number),
});
const batch = (after: string, ...messages: Message[]): Batch => ({
  messages,
  after: getSnapshot(after),
  isTooMuch: false,
});

/** What was sent: kind, position and data of each frame. */
const sent = () =>
  socket.written.map((frame) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1] ?? '';
    return `${field('event')} ${field('id').split('@')[0]} ${field('data')}`;
  });

describe('an open stream', () => {
  it('is sent the messages of its topics and its centre, with the position after them', () => {
    stream.begin(getSnapshot('10:10:'), frames());
    stream.deliver(
      batch('12:12:', message('a', 10), message('c', 11), message('b', 11), message('a', 11, 2)),
      frames(),
    );
    expect(sent()).toEqual(['beat 10:10: {}', 'news 12:12: [10,11]']);
  });

  it('is not sent what was visible where it began, though a look brings it later', () => {
    stream.begin(getSnapshot('12:15:13'), frames());
    stream.deliver(batch('11:15:11,13'), frames());
    stream.deliver(batch('16:16:', message('a', 12), message('a', 13), message('a', 15)), frames());
    expect(sent().slice(1)).toEqual(['news 16:16: [13,15]']);
  });

  it('gets what came while it was catching up, after what it had missed, and nothing twice', () => {
    stream.hold();
    stream.deliver(batch('12:12:', message('a', 11)), frames());
    stream.deliver(batch('14:14:', message('a', 12), message('a', 13)), frames());
    expect(sent()).toEqual([]);
    stream.begin(getSnapshot('13:13:'), frames());
    expect(sent()).toEqual(['beat 13:13: {}', 'news 14:14: [13]']);
  });

  it('is told to load anew when too much happened at once', () => {
    stream.begin(getSnapshot('10:10:'), frames());
    stream.deliver({ ...batch('99:99:'), isTooMuch: true }, frames());
    expect(sent().at(-1)).toBe('reset 99:99: {}');
  });

  it('is given a new position by a sign of life, but never an older one than it has', () => {
    stream.begin(getSnapshot('10:10:'), frames());
    stream.beat(getSnapshot('8:8:'), frames());
    stream.beat(getSnapshot('12:12:'), frames());
    expect(sent()).toEqual(['beat 10:10: {}', 'beat 12:12: {}']);
  });

  it('is dropped when its reader does not read: at once when much waits, else after two signs of life', () => {
    stream.begin(getSnapshot('10:10:'), frames());
    socket.writableLength = 100;
    stream.beat(getSnapshot('11:11:'), frames());
    expect(socket.destroyed).toBe(false);
    stream.beat(getSnapshot('12:12:'), frames());
    expect(socket.destroyed).toBe(true);
    const other = new FakeSocket();
    const full = new Stream(other as unknown as ServerResponse, anonymousActor(1), ['a']);
    other.writableLength = 2 * 1024 * 1024;
    full.begin(getSnapshot('10:10:'), frames());
    expect(other.destroyed).toBe(true);
  });

  it('is not written to after it was closed', () => {
    stream.end();
    stream.begin(getSnapshot('10:10:'), frames());
    expect(sent()).toEqual([]);
  });
});

describe('frames', () => {
  it('are written once for all streams that get the same', () => {
    const shared = frames();
    const messages = [message('a', 1), message('b', 2)];
    const [first, second] = messages;
    const after = getSnapshot('5:5:');
    expect(shared.news(messages, after)).toBe(shared.news([...messages], after));
    expect(shared.news(first ? [first] : [], after)).not.toBe(
      shared.news(second ? [second] : [], after),
    );
  });
});

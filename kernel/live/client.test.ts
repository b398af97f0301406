import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Source, SourceEvent } from './client-connection.ts';
import { createLiveClient, type Following, type LiveClient } from './client.ts';

class FakeSource implements Source {
  static readonly opened: FakeSource[] = [];
  readyState = 0;
  readonly address: string;
  readonly #hearers = new Map<string, (event: SourceEvent) => void>();

  constructor(address: string) {
    this.address = address;
    FakeSource.opened.push(this);
  }

  addEventListener(name: string, hear: (event: SourceEvent) => void): void {
    this.#hearers.set(name, hear);
  }

  close(): void {
    this.readyState = 2;
  }

  send(name: string, data: unknown, lastEventId: string): void {
    this.#hearers.get(name)?.({ data: JSON.stringify(data), lastEventId });
  }

  fail(readyState: number): void {
    this.readyState = readyState;
    this.#hearers.get('error')?.({} as SourceEvent);
  }
}

class FakePage {
  hidden = false;
  #hear: (() => void) | undefined;

  addEventListener(_name: string, hear: unknown): void {
    this.#hear = hear as () => void;
  }

  removeEventListener(): void {
    this.#hear = undefined;
  }

  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.#hear?.();
  }
}

const page = new FakePage();
const latest = () => FakeSource.opened.at(-1);
const queryOf = (source: FakeSource | undefined) =>
  new URLSearchParams(source?.address.split('?')[1]);
const news = (topic: string, number: number) => ({
  id: 'x',
  name: 'n',
  topic,
  payload: { number },
});
let client: LiveClient;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.opened.length = 0;
  page.hidden = false;
  client = createLiveClient({ openSource: (address) => new FakeSource(address), page });
});
afterEach(() => {
  client.close();
  vi.useRealTimers();
});

function follow(...topics: string[]) {
  const seen: number[] = [];
  let resets = 0;
  const following: Following = {
    topics,
    onEvents: (events) => seen.push(...events.map((event) => Number(event.payload['number']))),
    onReset: () => {
      resets += 1;
    },
  };
  return { stop: client.follow(following), seen, resets: () => resets };
}

describe('the live client of a page', () => {
  it('opens one connection for all parts of the page, and gives each its own topics', () => {
    const [left, right] = [follow('a', 'b'), follow('b', 'c')];
    vi.advanceTimersByTime(50);
    expect(FakeSource.opened).toHaveLength(1);
    expect(queryOf(latest()).get('topics')).toBe('a,b,c');
    latest()?.send('news', [news('a', 1), news('b', 2), news('c', 3)], 'p1');
    expect(left.seen).toEqual([1, 2]);
    expect(right.seen).toEqual([2, 3]);
  });

  it('keeps its connection for a topic that it follows already, and goes on from its place for a new one', () => {
    follow('a', 'b');
    vi.advanceTimersByTime(50);
    latest()?.send('beat', {}, 'p7');
    follow('b');
    vi.advanceTimersByTime(50);
    expect(FakeSource.opened).toHaveLength(1);
    follow('c');
    vi.advanceTimersByTime(50);
    expect(FakeSource.opened).toHaveLength(2);
    expect(FakeSource.opened[0]?.readyState).toBe(2);
    expect(queryOf(latest()).get('lastEventId')).toBe('p7');
  });

  it('is connected from the first sign of life, and says when it is not', () => {
    const states: string[] = [];
    client.onState(() => states.push(client.state()));
    follow('a');
    vi.advanceTimersByTime(50);
    expect(client.state()).toBe('reconnecting');
    latest()?.send('beat', {}, 'p1');
    latest()?.fail(0);
    latest()?.send('beat', {}, 'p2');
    expect(states).toEqual(['connected', 'reconnecting', 'connected']);
  });

  it('comes back after a refusal, later each time, until it is heard again', () => {
    follow('a');
    vi.advanceTimersByTime(50);
    const waits = [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].map((least, round) => {
      latest()?.fail(2);
      vi.advanceTimersByTime(least - 1);
      const isEarly = FakeSource.opened.length > round + 1;
      vi.advanceTimersByTime(least / 2 + 1);
      return [isEarly, FakeSource.opened.length];
    });
    expect(waits).toEqual([2, 3, 4, 5, 6, 7, 8].map((count) => [false, count]));
  });

  it('gives up a connection that has gone silent, and resumes', () => {
    follow('a');
    vi.advanceTimersByTime(50);
    latest()?.send('beat', {}, 'p3');
    vi.advanceTimersByTime(36_000);
    expect(FakeSource.opened).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    expect(FakeSource.opened).toHaveLength(2);
    expect(queryOf(latest()).get('lastEventId')).toBe('p3');
  });

  it('tells every part to load anew when what was missed cannot be made up', () => {
    const [left, right] = [follow('a'), follow('b')];
    vi.advanceTimersByTime(50);
    latest()?.send('reset', {}, 'p9');
    expect([left.resets(), right.resets()]).toEqual([1, 1]);
  });

  it('gives its connection back while the page is hidden for long, and goes on when it is seen again', () => {
    const part = follow('a');
    vi.advanceTimersByTime(50);
    latest()?.send('beat', {}, 'p4');
    page.turn(true);
    vi.advanceTimersByTime(10_000);
    page.turn(false);
    vi.advanceTimersByTime(20_000);
    expect(FakeSource.opened).toHaveLength(1);
    latest()?.send('beat', {}, 'p5');
    page.turn(true);
    vi.advanceTimersByTime(30_000);
    latest()?.send('beat', {}, 'p5');
    vi.advanceTimersByTime(31_000);
    expect(latest()?.readyState).toBe(2);
    vi.advanceTimersByTime(600_000);
    expect(FakeSource.opened).toHaveLength(1);
    page.turn(false);
    expect(queryOf(latest()).get('lastEventId')).toBe('p5');
    latest()?.send('news', [news('a', 1)], 'p6');
    expect(part.seen).toEqual([1]);
  });

  it('closes when nobody follows any more', () => {
    const part = follow('a');
    vi.advanceTimersByTime(50);
    part.stop();
    vi.advanceTimersByTime(50);
    expect(latest()?.readyState).toBe(2);
    vi.advanceTimersByTime(600_000);
    expect(FakeSource.opened).toHaveLength(1);
  });

  it('does not hear a connection that it has given up', () => {
    const part = follow('a');
    vi.advanceTimersByTime(50);
    const old = latest();
    follow('b');
    vi.advanceTimersByTime(50);
    old?.send('news', [news('a', 1)], 'p1');
    expect(part.seen).toEqual([]);
  });
});

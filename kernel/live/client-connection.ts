import { randomInt } from '../ids/random.ts';
import { BEAT_SECONDS, frames } from './contract.ts';

/** `reconnecting`: what is shown may be old; what was missed follows by itself. */
export type LiveState = 'connected' | 'reconnecting';

/** A frame as a browser hands it over. */
export interface SourceEvent {
  readonly data: string;
  readonly lastEventId: string;
}

/** The part of EventSource that is used. */
export interface Source {
  readonly readyState: number;
  addEventListener(name: string, hear: (event: SourceEvent) => void): void;
  close(): void;
}

export interface ConnectionOptions {
  readonly address: string;
  readonly openSource: (address: string) => Source;
  readonly onFrame: (name: string, data: string) => void;
  readonly onState: () => void;
}

/** One connection at a time, opened anew from the last position when it is lost, refused or silent. */
export interface Connection {
  state(): LiveState;
  isOpen(): boolean;
  /** Closes what is open and opens for these topics. */
  open(topics: readonly string[]): void;
  /** Stays closed until `open`. */
  close(): void;
}

const CLOSED = 2;
const SILENCE_MS = BEAT_SECONDS * 2500;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

export function createConnection(options: ConnectionOptions): Connection {
  let source: Source | undefined;
  let topics: readonly string[] = [];
  let state: LiveState = 'reconnecting';
  let lastEventId = '';
  let waitMs = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function change(next: LiveState): void {
    if (state === next) return;
    state = next;
    options.onState();
  }

  function reopenAfter(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => open(topics), ms);
  }

  function open(names: readonly string[]): void {
    close();
    topics = names;
    const query = new URLSearchParams({ topics: [...names].toSorted().join(',') });
    if (lastEventId !== '') query.set('lastEventId', lastEventId);
    const opened = options.openSource(`${options.address}?${query}`);
    source = opened;
    const hear = (name: string, act: (event: SourceEvent) => void) =>
      opened.addEventListener(name, (event) => {
        // One that was given up may still have something on its way.
        if (opened === source) act(event);
      });
    hear('error', () => lose(opened));
    for (const name of Object.values(frames)) hear(name, (event) => take(name, event));
    reopenAfter(SILENCE_MS);
  }

  function close(): void {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    change('reconnecting');
  }

  /** A browser comes back by itself after a lost connection, but not after a refusal. */
  function lose(lost: Source): void {
    change('reconnecting');
    if (lost.readyState !== CLOSED) return;
    reopenAfter(waitMs + randomInt(Math.ceil(waitMs / 2)));
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  function take(name: string, event: SourceEvent): void {
    waitMs = FIRST_WAIT_MS;
    reopenAfter(SILENCE_MS);
    if (event.lastEventId !== '') ({ lastEventId } = event);
    change('connected');
    options.onFrame(name, event.data);
  }

  return { state: () => state, isOpen: () => source !== undefined, open, close };
}

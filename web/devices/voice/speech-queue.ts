/** Something to say: a key by which a repeat is known, the words, and the sentence for those who read it. */
export interface Utterance {
  readonly key: string;
  readonly words: readonly string[];
  readonly sentence: string;
  readonly language: 'zh-CN' | 'en';
  /** 0 silent to 1 as loud as the machine. */
  readonly volume: number;
}

export interface Said extends Utterance {
  /** Counts what this queue has said. */
  readonly serial: number;
}

/** Plays one utterance; the promise ends when the last sound has ended. */
export type Speak = (utterance: Utterance) => Promise<void>;

export interface SpeechState {
  readonly now: Utterance | undefined;
  readonly waiting: readonly Utterance[];
  /** What was said, the latest last; the length of a short memory. */
  readonly said: readonly Said[];
}

export interface SpeechQueue {
  /** Puts a call at the end. One that still waits under the same key is said once. */
  say(utterances: readonly Utterance[]): void;
  readonly state: () => SpeechState;
  /** Calls back at each change; the returned function ends that. */
  readonly onChange: (changed: () => void) => () => void;
  /** Lets go of what waits. */
  clear(): void;
}

/** A hall that calls faster than anybody can speak drops the oldest calls that wait, never the one being said. */
const MOST_WAITING = 12;
const REMEMBERED = 20;

/** Calls are said one after the other, in their order, and never over each other. */
export function createSpeechQueue(speak: Speak): SpeechQueue {
  const watchers = new Set<() => void>();
  let serial = 0;
  let state: SpeechState = { now: undefined, waiting: [], said: [] };

  function change(next: Partial<SpeechState>): void {
    state = { ...state, ...next };
    for (const watch of watchers) watch();
  }

  async function run(): Promise<void> {
    for (;;) {
      const [now, ...waiting] = state.waiting;
      if (now === undefined) break;
      change({ now, waiting });
      try {
        await speak(now);
      } catch {
        // A sound card that is gone must not end the calls: the sentence stood on the screen.
      }
      serial += 1;
      change({ now: undefined, said: [...state.said, { ...now, serial }].slice(-REMEMBERED) });
    }
  }

  return {
    say: (utterances) => {
      const isRunning = state.now !== undefined || state.waiting.length > 0;
      const known = new Set(state.waiting.map(({ key }) => key));
      const added = utterances.filter(({ key }) => !known.has(key));
      if (added.length === 0) return;
      change({ waiting: [...state.waiting, ...added].slice(-MOST_WAITING) });
      if (!isRunning) void run();
    },
    state: () => state,
    onChange: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    clear: () => change({ waiting: [] }),
  };
}

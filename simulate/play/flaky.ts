import { isDeepStrictEqual } from 'node:util';

import type { Chance } from '../chance.ts';

/** How a client asks again that lost the answer: while the first is still underway, after it, or when others went on. */
export const WAYS = ['beside', 'after', 'later'] as const;
export type Way = (typeof WAYS)[number];

/** How unreliable the clients are; a quiet day has none of it. */
export interface Flakiness {
  /** Of the writes with a key those that are sent again with it. */
  readonly repeats: number;
  readonly chance: Chance;
}

interface Heard {
  readonly status: number;
  readonly body: string;
}

export interface Again {
  /** How often a write was sent again, by the way. */
  readonly sentAgain: Record<Way, number>;
  /** Answers to a request that was sent once more, and that said something else. */
  readonly unequal: string[];
}

export const createAgain = (): Again => ({
  sentAgain: { beside: 0, after: 0, later: 0 },
  unequal: [],
});

export interface Flaky<R> {
  /** Sends a write with a key as clients on a bad line do; gives the answer that they heard. */
  ask(name: string, raw: R): Promise<Heard>;
  /** Sends what is still to be sent again, and waits for what is underway. */
  settle(): Promise<void>;
}

/** Of so many requests of others at most goes one that was lost comes again. */
const LATEST = 400;

/** Clients that repeat themselves. What was answered once must be answered with the same again, and do nothing. */
export function createFlaky<R>(
  insist: (raw: R) => Promise<Heard>,
  { sentAgain, unequal }: Again,
  { repeats, chance }: Flakiness,
): Flaky<R> {
  const lost: Array<{ readonly due: number; readonly send: () => Promise<void> }> = [];
  const underway = new Set<Promise<void>>();
  let asked = 0;

  const compare = (name: string, one: Heard, other: Heard) => {
    if (!saysTheSame(one, other))
      unequal.push(
        `${name}: ${one.status} ${one.body} | ${other.status} ${other.body}`.slice(0, 900),
      );
  };
  const sendLost = (until: number) => {
    for (const one of lost.splice(0)) {
      if (one.due > until) {
        lost.push(one);
        continue;
      }
      const sent = one.send().finally(() => underway.delete(sent));
      underway.add(sent);
    }
  };

  return {
    ask: async (name, raw) => {
      asked += 1;
      sendLost(asked);
      if (!chance.happens(repeats)) return insist(raw);
      const way = WAYS[chance.below(WAYS.length)] ?? 'after';
      sentAgain[way] += 1;
      if (way === 'beside') {
        const [one, other] = await Promise.all([insist(raw), insist(raw)]);
        compare(name, one, other);
        return one.status < other.status ? one : other;
      }
      const answer = await insist(raw);
      const again = async () => compare(name, answer, await insist(raw));
      if (way === 'after') await again();
      else lost.push({ due: asked + 1 + chance.below(LATEST), send: again });
      return answer;
    },
    settle: async () => {
      sendLost(Infinity);
      await Promise.all(underway);
    },
  };
}

/** A refusal may change with the time; what was done once is told in the same words whenever it is asked for. */
const saysTheSame = (one: Heard, other: Heard): boolean =>
  (one.status >= 400 && other.status >= 400) ||
  (one.status === other.status && isDeepStrictEqual(read(one.body), read(other.body)));

/** The order in which the members of an answer stand says nothing. */
const read = (body: string): unknown => (body === '' ? undefined : JSON.parse(body));

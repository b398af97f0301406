import type { FastifyRequest } from 'fastify';

import type { Actor } from '../access/contract-actor.ts';
import type { Identify } from '../http/identify.ts';
import { commonProblems } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { problems } from './contract.ts';
import type { Stream } from './stream.ts';
import { splitTopic, type Topic } from './topic.ts';

/** Who may follow what: when a stream opens, and again and again while it is open. */
export interface Guard {
  /** Refuses with `live/unknown-topic`, `access/not-signed-in` or `access/forbidden` unless every topic is allowed. */
  admit(actor: Actor, topics: readonly string[]): Promise<void>;
  /** Whether the sender of the request is still who it was and may still follow. */
  mayStay(stream: Stream, request: FastifyRequest): Promise<boolean>;
}

export function createGuard(topics: readonly Topic[], identify: Identify): Guard {
  const byPrefix = new Map(topics.map((topic) => [topic.prefix, topic]));
  if (byPrefix.size < topics.length) throw new Error('Two live topics have one prefix');

  async function admit(actor: Actor, names: readonly string[]): Promise<void> {
    for (const name of names) {
      const { prefix, id } = splitTopic(name);
      const topic = byPrefix.get(prefix);
      if (topic === undefined) throw new ProblemError(problems.unknownTopic, { topic: name });
      if (await topic.mayFollow(actor, id)) continue;
      const isNobody = actor.kind === 'anonymous';
      throw new ProblemError(isNobody ? commonProblems.notSignedIn : commonProblems.forbidden);
    }
  }

  return {
    admit,
    mayStay: async ({ actor, topics: followed }, request) => {
      const { actor: present } = await identify(request);
      const isSame =
        present.kind === actor.kind &&
        present.id === actor.id &&
        present.sessionId === actor.sessionId &&
        present.centreId === actor.centreId;
      if (!isSame) return false;
      try {
        await admit(present, [...followed]);
        return true;
      } catch (error) {
        if (error instanceof ProblemError) return false;
        throw error;
      }
    },
  };
}

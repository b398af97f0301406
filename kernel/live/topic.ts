import type { Actor } from '../access/contract-actor.ts';
import type { Words } from '../problems/contract.ts';

/** A family of topics of the live channel: `prefix` alone, or `prefix/id` for each record. */
export interface Topic {
  /** Letters, digits, dots and dashes, e.g. `queue.site`; unique in the product. */
  readonly prefix: string;
  readonly title: Words;
  /**
   * Whether somebody may follow the topic of this id, `''` for the prefix alone. Asked when a stream opens
   * and every few seconds while it is open, so it must be quick; deny by default.
   */
  mayFollow(actor: Actor, id: string): boolean | Promise<boolean>;
}

const PREFIX = /^[a-z][a-z0-9.-]{0,60}$/;

/** Declares a family of topics. Throws when the prefix is not one. */
export function defineTopic(topic: Topic): Topic {
  if (!PREFIX.test(topic.prefix)) throw new Error(`Not a topic prefix: ${topic.prefix}`);
  return topic;
}

/** `queue.site/42` -> `queue.site` and `42`. */
export function splitTopic(name: string): { readonly prefix: string; readonly id: string } {
  const slash = name.indexOf('/');
  if (slash === -1) return { prefix: name, id: '' };
  return { prefix: name.slice(0, slash), id: name.slice(slash + 1) };
}

import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';

/**
 * Refuses unless the actor holds the permission at any place. A record belongs to the centre and to no
 * window, so a grant for one window lets its clerk serve whoever comes to it.
 */
export function authoriseAtDesk(actor: Actor, permission: string): void {
  if (!mayAnywhere(actor, permission)) authorise(actor, permission);
}

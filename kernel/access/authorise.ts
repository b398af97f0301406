import { commonProblems } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Actor, Scope, Target } from './contract-actor.ts';

function covers(scope: Scope, actor: Actor, target: Target): boolean {
  switch (scope.level) {
    case 'centre':
      return true;
    case 'site':
      return target.siteId === scope.id;
    case 'department':
      return target.departmentId === scope.id;
    case 'window':
      return target.windowId === scope.id;
    case 'own':
      return target.ownerId === actor.id;
  }
}

/** Whether one of the actor's grants covers the act on this target. Deny by default. */
export function may(actor: Actor, permission: string, target: Target = {}): boolean {
  return actor.grants.some(
    (grant) => grant.permission === permission && covers(grant.scope, actor, target),
  );
}

/** Whether the actor holds the permission anywhere at all; the use case still checks the target. */
export function mayAnywhere(actor: Actor, permission: string): boolean {
  return actor.grants.some((grant) => grant.permission === permission);
}

/** Refuses with `access/not-signed-in` or `access/forbidden` unless the act is covered. */
export function authorise(actor: Actor, permission: string, target: Target = {}): void {
  if (may(actor, permission, target)) return;
  throw new ProblemError(
    actor.kind === 'anonymous' ? commonProblems.notSignedIn : commonProblems.forbidden,
  );
}

/** The part of a list that the actor may see, for the `where` of a repository. */
export interface Reach {
  readonly everything: boolean;
  readonly siteIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly windowIds: readonly string[];
  /** The actor's own id when only their own records are covered. */
  readonly ownerId: string | undefined;
}

/** How far a permission reaches for lists; refuses when it is not held at all. */
export function reachOf(actor: Actor, permission: string): Reach {
  const scopes = actor.grants
    .filter((grant) => grant.permission === permission)
    .map((grant) => grant.scope);
  if (scopes.length === 0) authorise(actor, permission);
  const ids = (level: 'site' | 'department' | 'window') =>
    scopes.flatMap((scope) => (scope.level === level ? [scope.id] : []));
  return {
    everything: scopes.some((scope) => scope.level === 'centre'),
    siteIds: ids('site'),
    departmentIds: ids('department'),
    windowIds: ids('window'),
    ownerId: scopes.some((scope) => scope.level === 'own') ? actor.id : undefined,
  };
}

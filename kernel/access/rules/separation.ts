import { ProblemError } from '../../problems/problem-error.ts';
import type { Duty } from '../contract-permission.ts';
import { accessProblems } from '../contract-problems.ts';

/** What a decision about a role needs to know of a role. */
export interface RoleFacts {
  readonly role: string;
  readonly administrator: Duty | null;
}

export interface GrantFacts {
  /** Who grants; undefined when the software does, as in a seed. */
  readonly granterId: string | undefined;
  readonly account: { readonly id: string; readonly kind: 'staff' | 'citizen' | 'device' };
  readonly role: RoleFacts;
  /** The account's other roles, those that wait for confirmation included. */
  readonly held: readonly RoleFacts[];
  /** Security administrators who can act, without the granter. */
  readonly otherSecurityAdministrators: number;
  readonly confirmAdministrators: boolean;
}

/**
 * Whether a role may be granted, and whether it waits for a second security administrator. The three
 * administrators are kept apart (GB/T 22239-2019, 三权分立): nobody holds two of their roles, an
 * administrator holds no other role, and nobody grants to themself.
 */
export function decideGrant(facts: GrantFacts): 'at-once' | 'after-confirmation' {
  const { granterId, account, role, held } = facts;
  if (granterId === account.id) throw new ProblemError(accessProblems.selfNotAllowed);
  if (role.administrator !== null && account.kind !== 'staff')
    throw new ProblemError(accessProblems.notForKind);
  if (!mayHoldTogether([...held, role])) throw new ProblemError(accessProblems.dutiesApart);
  const needsSecond =
    role.administrator !== null &&
    granterId !== undefined &&
    facts.confirmAdministrators &&
    facts.otherSecurityAdministrators > 0;
  return needsSecond ? 'after-confirmation' : 'at-once';
}

/** An administrator's role stands alone; other roles go together. */
export function mayHoldTogether(roles: readonly RoleFacts[]): boolean {
  const different = new Set(roles.map((role) => role.role));
  return different.size < 2 || roles.every((role) => role.administrator === null);
}

/** Refuses a confirmation by the one who asked or by the one who would gain. */
export function checkConfirmer(
  confirmerId: string,
  grant: { readonly grantedBy: string; readonly accountId: string },
): void {
  if (confirmerId === grant.grantedBy || confirmerId === grant.accountId) {
    throw new ProblemError(accessProblems.selfNotAllowed);
  }
}

/** Refuses what would leave the centre without a security administrator who can act. */
export function checkLastSecurityAdministrator(
  isSecurityAdministrator: boolean,
  others: number,
): void {
  if (isSecurityAdministrator && others === 0)
    throw new ProblemError(accessProblems.lastSecurityAdministrator);
}

/** Nobody disables, resets or demotes themself: a second person has to do it. */
export function refuseSelf(actorId: string, accountId: string): void {
  if (actorId === accountId) throw new ProblemError(accessProblems.selfNotAllowed);
}

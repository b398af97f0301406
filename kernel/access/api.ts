import type { Db, Tx } from '../db/types.ts';
import type { Identify } from '../http/identify.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { addAccount, type NewAccount } from './accounts/add-account.ts';
import { makeOneTimePassword, type OneTimePassword } from './accounts/one-time-password.ts';
import { openDemonstration, type OpenedAccount } from './accounts/open-demonstration.ts';
import { countDemonstrationAccounts, findAccount, findBySubject } from './accounts/repository.ts';
import { applyStatus, type StatusChange } from './accounts/set-status.ts';
import type { Actor, Scope } from './contract-actor.ts';
import type { AccessDeps } from './deps.ts';
import { type OpenedEnrolment, openEnrolment, revokeKeys } from './devices/enrol.ts';
import { createIdentify } from './identify.ts';
import type { RoleDefinition } from './roles/definition.ts';
import { ensureRoles } from './roles/ensure-roles.ts';
import { giveRole, type RoleGift, takeRole } from './roles/give-role.ts';
import { findGrantOf, listRoles } from './roles/repository.ts';
import { toScopeColumns } from './rules/role-permissions.ts';
import type { RoleFacts } from './rules/separation.ts';
import { isOpen } from './sessions/life.ts';
import { findSession } from './sessions/repository.ts';
import type { AccountRow } from './tables.ts';
import {
  type EndedVisitor,
  endVisitors,
  type OpenedVisitor,
  openVisitor,
  type VisitorOpening,
} from './visitors.ts';

/** An account as other parts see it. */
export interface AccountSummary {
  readonly accountId: string;
  readonly kind: AccountRow['kind'];
  readonly displayName: string;
  readonly loginName: string | undefined;
  readonly subject: string | undefined;
  readonly isActive: boolean;
  readonly lastSignInAt: Date | undefined;
}

/**
 * What modules may ask of this part. They have authorised their own act before; the rules that protect
 * everybody (nobody grants to themself, administrators stand alone) are kept here.
 */
export interface AccessApi {
  readonly identify: Identify;
  makeOneTimePassword(): Promise<OneTimePassword>;
  createAccount(tx: Tx, actor: Actor, account: NewAccount): AccountSummary;
  findAccount(db: Db, centreId: number, accountId: string): Promise<AccountSummary | undefined>;
  findAccountBySubject(
    db: Db,
    centreId: number,
    kind: AccountRow['kind'],
    subject: string,
  ): Promise<AccountSummary | undefined>;
  /** Disables or enables; disabling ends sessions and stops device keys at once. */
  setStatus(tx: Tx, actor: Actor, change: StatusChange): Promise<void>;
  /** Gives the id of the grant, and whether it holds already or waits for a second administrator. */
  grantRole(tx: Tx, actor: Actor, gift: RoleGift): Promise<{ grantId: string; isActive: boolean }>;
  /** Takes a role away at this scope; refuses with `request/not-found` when it is not held. */
  revokeRole(
    tx: Tx,
    actor: Actor,
    grant: { readonly accountId: string; readonly role: string; readonly scope: Scope },
  ): Promise<void>;
  /** The roles of the centre, with whose duty each is. */
  describeRoles(db: Db, centreId: number): Promise<ReadonlyMap<string, RoleFacts>>;
  /** Whether the account holds the role at this scope, confirmed or waiting. */
  hasRole(
    db: Db,
    centreId: number,
    held: { readonly accountId: string; readonly role: string; readonly scope: Scope },
  ): Promise<boolean>;
  ensureRoles(tx: Tx, centreId: number, definitions: readonly RoleDefinition[]): Promise<void>;
  createEnrolment(
    tx: Tx,
    actor: Actor,
    device: { readonly accountId: string },
  ): Promise<OpenedEnrolment>;
  revokeDeviceKeys(
    tx: Tx,
    actor: Actor,
    device: { readonly accountId: string; readonly reason: string },
  ): Promise<void>;
  /**
   * Opens a visitor's session at the device that asks, in place of any that is open there, in a transaction of its own
   * in which `also` writes. It counts only together with the device's key, and only for the permissions named.
   */
  openVisitor<T>(
    device: Actor,
    opening: VisitorOpening,
    also: (tx: Tx, opened: OpenedVisitor) => Promise<T> | T,
  ): Promise<T>;
  /** Ends every visitor's session at a device in the caller's transaction. */
  endVisitors(tx: Tx, actor: Actor, deviceAccountId: string): Promise<readonly EndedVisitor[]>;
  /** For long connections, which were opened once and must end with their session. */
  isSessionOpen(db: Db, centreId: number, sessionId: string): Promise<boolean>;
  countDemonstrationAccounts(db: Db, centreId: number): Promise<number>;
  /** One-time passwords for one unclaimed demonstration account of each role. */
  openDemonstration(system: Actor, roles: readonly string[]): Promise<OpenedAccount[]>;
}

export function createApi(deps: AccessDeps): AccessApi {
  return {
    identify: createIdentify(deps),
    makeOneTimePassword,
    createAccount: (tx, actor, account) => toSummary(addAccount(deps, tx, actor, account)),
    findAccount: async (db, centreId, accountId) =>
      toOptional(await findAccount(db, centreId, accountId)),
    findAccountBySubject: async (db, centreId, kind, subject) =>
      toOptional(await findBySubject(db, centreId, kind, subject)),
    setStatus: (tx, actor, change) => applyStatus(deps, tx, actor, change),
    grantRole: async (tx, actor, gift) => {
      const row = await giveRole(deps, tx, actor, gift);
      return { grantId: row.grant_id, isActive: row.state === 'active' };
    },
    revokeRole: async (tx, actor, { accountId, role, scope }) => {
      const columns = { accountId, role, ...toScopeColumns(scope) };
      await takeRole(deps, tx, actor, orNotFound(await findGrantOf(tx, actor.centreId, columns)));
    },
    describeRoles: async (db, centreId) =>
      new Map(
        (await listRoles(db, centreId)).map(({ role, administrator }) => [
          role,
          { role, administrator },
        ]),
      ),
    hasRole: async (db, centreId, { accountId, role, scope }) =>
      (await findGrantOf(db, centreId, { accountId, role, ...toScopeColumns(scope) })) !==
      undefined,
    ensureRoles: (tx, centreId, definitions) => ensureRoles(deps, tx, centreId, definitions),
    createEnrolment: (tx, actor, { accountId }) => openEnrolment(deps, tx, actor, accountId),
    revokeDeviceKeys: (tx, actor, device) => revokeKeys(deps, tx, actor, device),
    openVisitor: (device, opening, also) => openVisitor(deps, device, opening, also),
    endVisitors: (tx, actor, accountId) => endVisitors(deps, tx, actor, accountId),
    isSessionOpen: async (db, centreId, sessionId) => {
      const session = await findSession(db, centreId, sessionId);
      return session !== undefined && isOpen(session, deps.clock.now());
    },
    countDemonstrationAccounts,
    openDemonstration: (system, roles) => openDemonstration(deps, system, roles),
  };
}

function toOptional(row: AccountRow | undefined): AccountSummary | undefined {
  return row === undefined ? undefined : toSummary(row);
}

function toSummary(row: AccountRow): AccountSummary {
  return {
    accountId: row.account_id,
    kind: row.kind,
    displayName: row.display_name,
    loginName: row.login_name ?? undefined,
    subject: row.subject ?? undefined,
    isActive: row.status === 'active',
    lastSignInAt: row.last_sign_in_at ?? undefined,
  };
}

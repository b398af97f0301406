import type { Actor, Scope } from '#kernel/access/contract-actor.ts';
import type { RoleFacts } from '#kernel/access/rules/separation.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';
import type { OrganisationApi } from '#modules/registry/organisation/index.ts';

/** A role for an account, at a scope. */
export interface RoleForAccount {
  readonly accountId: string;
  readonly role: string;
  readonly scope: Scope;
}

/** The accounts under which people work. A port: the server plugs kernel/access into it. */
export interface StaffAccounts {
  /** Makes an account without a password; gives its id. The login name is the employee number in small letters. */
  openAccount(
    tx: Tx,
    actor: Actor,
    person: {
      readonly personId: string;
      readonly loginName: string;
      readonly displayName: string;
      readonly isDemonstration: boolean;
    },
  ): string;
  /** Disables the account: its sessions end at once. */
  closeAccount(tx: Tx, actor: Actor, accountId: string, reason: string): Promise<void>;
  /** Grants a role; one that the account holds already at this scope stays as it is. */
  grantRole(
    tx: Tx,
    actor: Actor,
    gift: RoleForAccount & { readonly reason: string },
  ): Promise<void>;
  /** Takes a role away; one that is not held is no fault. */
  revokeRole(tx: Tx, actor: Actor, held: RoleForAccount): Promise<void>;
  /** The roles of the centre by name. */
  describeRoles(db: Db, centreId: number): Promise<ReadonlyMap<string, RoleFacts>>;
}

/** What this module's use cases stand on. */
export interface StaffDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly organisation: OrganisationApi;
  readonly accounts: StaffAccounts;
  readonly files: Pick<FilesApi, 'attach' | 'getFile'>;
  readonly notify: NotifyApi;
}

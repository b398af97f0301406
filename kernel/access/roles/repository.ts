import { send } from '../../db/transaction.ts';
import type { Db, Tx } from '../../db/types.ts';
import type { ScopeLevel } from '../contract-actor.ts';
import type { Duty } from '../contract-permission.ts';
import type { AccessTables, RoleGrantRow, RoleRow } from '../tables.ts';

const tables = (db: Db) => db.$extendTables<AccessTables>();

export interface RoleWithHolders extends RoleRow {
  readonly holders: number;
}

export function listRoles(db: Db, centreId: number): Promise<RoleWithHolders[]> {
  return tables(db)
    .selectFrom('kernel.role')
    .selectAll('kernel.role')
    .select((eb) =>
      eb
        .selectFrom('kernel.role_grant as g')
        .select((inner) =>
          inner.cast<number>(inner.fn.count('g.account_id').distinct(), 'integer').as('count'),
        )
        .where('g.centre_id', '=', centreId)
        .whereRef('g.role', '=', 'kernel.role.role')
        .where('g.state', '=', 'active')
        .$asScalar()
        .as('holders'),
    )
    .where('kernel.role.centre_id', '=', centreId)
    .orderBy('kernel.role.role')
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, holders: row.holders ?? 0 })));
}

export function findRole(db: Db, centreId: number, role: string): Promise<RoleRow | undefined> {
  return tables(db)
    .selectFrom('kernel.role')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('role', '=', role)
    .executeTakeFirst();
}

export function findRoles(db: Db, centreId: number, names: readonly string[]): Promise<RoleRow[]> {
  if (names.length === 0) return Promise.resolve([]);
  return tables(db)
    .selectFrom('kernel.role')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where((eb) => eb('role', '=', eb.fn.any(eb.val([...names]))))
    .execute();
}

/** The role, kept from others until the transaction ends. */
export function lockRole(tx: Tx, centreId: number, role: string): Promise<RoleRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.role')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('role', '=', role)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps changes of security administrators in one line, so that two of them cannot remove each other. */
export async function lockSecurityRoles(tx: Tx, centreId: number): Promise<void> {
  await tables(tx)
    .selectFrom('kernel.role')
    .select('role')
    .where('centre_id', '=', centreId)
    .where('administrator', '=', 'security')
    .orderBy('role')
    .forUpdate()
    .execute();
}

export function insertRole(tx: Tx, row: RoleRow): void {
  send(tx, tables(tx).insertInto('kernel.role').values(row));
}

export function updateRole(tx: Tx, row: RoleRow): void {
  const { centre_id, role, ...changes } = row;
  send(
    tx,
    tables(tx)
      .updateTable('kernel.role')
      .set(changes)
      .where('centre_id', '=', centre_id)
      .where('role', '=', role),
  );
}

export interface HeldRoleRow {
  readonly role: string;
  readonly administrator: Duty | null;
}

/** The roles that an account has or waits for. */
export function listHeldRoles(db: Db, centreId: number, accountId: string): Promise<HeldRoleRow[]> {
  return tables(db)
    .selectFrom('kernel.role_grant as g')
    .innerJoin('kernel.role as r', (join) =>
      join.onRef('r.centre_id', '=', 'g.centre_id').onRef('r.role', '=', 'g.role'),
    )
    .select(['r.role', 'r.administrator'])
    .where('g.centre_id', '=', centreId)
    .where('g.account_id', '=', accountId)
    .execute();
}

/** Security administrators who can act now, without one account. */
export async function countSecurityAdministrators(
  db: Db,
  centreId: number,
  exceptAccountId: string,
  now: Date,
): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('kernel.role_grant as g')
    .innerJoin('kernel.role as r', (join) =>
      join.onRef('r.centre_id', '=', 'g.centre_id').onRef('r.role', '=', 'g.role'),
    )
    .innerJoin('kernel.account as a', (join) =>
      join.onRef('a.centre_id', '=', 'g.centre_id').onRef('a.account_id', '=', 'g.account_id'),
    )
    .select((eb) => eb.cast<number>(eb.fn.count('g.account_id').distinct(), 'integer').as('count'))
    .where('g.centre_id', '=', centreId)
    .where('r.administrator', '=', 'security')
    .where('g.state', '=', 'active')
    .where('g.valid_from', '<=', now)
    .where((eb) => eb.or([eb('g.valid_until', 'is', null), eb('g.valid_until', '>', now)]))
    .where('a.status', '=', 'active')
    .where('a.account_id', '!=', exceptAccountId)
    .executeTakeFirstOrThrow();
  return count;
}

export function insertGrant(tx: Tx, row: RoleGrantRow): void {
  send(tx, tables(tx).insertInto('kernel.role_grant').values(row));
}

export function confirmGrant(tx: Tx, row: RoleGrantRow, confirmedBy: string): void {
  send(
    tx,
    tables(tx)
      .updateTable('kernel.role_grant')
      .set({ state: 'active', confirmed_by: confirmedBy })
      .where('centre_id', '=', row.centre_id)
      .where('grant_id', '=', row.grant_id),
  );
}

export function deleteGrant(tx: Tx, row: RoleGrantRow): void {
  send(
    tx,
    tables(tx)
      .deleteFrom('kernel.role_grant')
      .where('centre_id', '=', row.centre_id)
      .where('grant_id', '=', row.grant_id),
  );
}

/** The grant, kept from others until the transaction ends. */
export function lockGrant(
  tx: Tx,
  centreId: number,
  grantId: string,
): Promise<RoleGrantRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.role_grant')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('grant_id', '=', grantId)
    .forUpdate()
    .executeTakeFirst();
}

export function findGrantOf(
  tx: Db,
  centreId: number,
  grant: { accountId: string; role: string; scope_level: ScopeLevel; scope_id: string },
): Promise<RoleGrantRow | undefined> {
  return tables(tx)
    .selectFrom('kernel.role_grant')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('account_id', '=', grant.accountId)
    .where('role', '=', grant.role)
    .where('scope_level', '=', grant.scope_level)
    .where('scope_id', '=', grant.scope_id)
    .forUpdate()
    .executeTakeFirst();
}

export interface GrantShown extends RoleGrantRow {
  readonly display_name: string;
  readonly name_zh: string;
  readonly name_en: string;
}

/** Grants with the names of account and role: of one account, of a state, or one by its id. */
export function listGrants(
  db: Db,
  centreId: number,
  filter: {
    readonly accountId?: string;
    readonly state?: RoleGrantRow['state'];
    readonly grantId?: string;
  },
): Promise<GrantShown[]> {
  return tables(db)
    .selectFrom('kernel.role_grant as g')
    .innerJoin('kernel.role as r', (join) =>
      join.onRef('r.centre_id', '=', 'g.centre_id').onRef('r.role', '=', 'g.role'),
    )
    .innerJoin('kernel.account as a', (join) =>
      join.onRef('a.centre_id', '=', 'g.centre_id').onRef('a.account_id', '=', 'g.account_id'),
    )
    .selectAll('g')
    .select(['a.display_name', 'r.name_zh', 'r.name_en'])
    .where('g.centre_id', '=', centreId)
    .$if(filter.accountId !== undefined, (query) =>
      query.where('g.account_id', '=', filter.accountId ?? ''),
    )
    .$if(filter.state !== undefined, (query) =>
      query.where('g.state', '=', filter.state ?? 'active'),
    )
    .$if(filter.grantId !== undefined, (query) =>
      query.where('g.grant_id', '=', filter.grantId ?? ''),
    )
    .orderBy('g.grant_id')
    .limit(500)
    .execute();
}

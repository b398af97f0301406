import { readCursor, toPage } from '../../db/keyset.ts';
import type { Db } from '../../db/types.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { authorise } from '../authorise.ts';
import type { Account, ListAccountsQuery } from '../contract-account.ts';
import type { Actor } from '../contract-actor.ts';
import { accessPermissions } from '../contract-permissions.ts';
import type { AccessDeps } from '../deps.ts';
import * as repository from './repository.ts';
import { toAccounts } from './view.ts';

/** A page of accounts of one kind by name. Citizens, who can be very many, are not counted. */
export async function listAccounts(deps: AccessDeps, actor: Actor, query: ListAccountsQuery) {
  authorise(actor, accessPermissions.viewAccounts.name);
  const { db } = deps.database;
  const filter = { ...query, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    repository.listAccounts(db, actor.centreId, filter),
    query.kind === 'citizen' ? null : repository.countAccounts(db, actor.centreId, filter),
  ]);
  const page = toPage(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.display_name, row.account_id],
  );
  return {
    items: await toAccounts(deps, db, actor.centreId, page.items),
    nextCursor: page.nextCursor,
    total,
  };
}

/** One account of the actor's centre. */
export async function getAccount(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
): Promise<Account> {
  authorise(actor, accessPermissions.viewAccounts.name);
  return readAccount(deps, actor, accountId);
}

/** The account as it is now, for an answer to a change that was authorised already. */
export async function readAccount(
  deps: AccessDeps,
  actor: Actor,
  accountId: string,
  db: Db = deps.database.db,
): Promise<Account> {
  const row = orNotFound(await repository.findAccountWithFactors(db, actor.centreId, accountId));
  const [account] = await toAccounts(deps, db, actor.centreId, [row]);
  return orNotFound(account);
}

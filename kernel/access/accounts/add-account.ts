import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import { newId } from '../../ids/id.ts';
import type { Actor } from '../contract-actor.ts';
import { accessEvents } from '../contract-events.ts';
import type { AccessDeps } from '../deps.ts';
import type { AccountRow } from '../tables.ts';
import { insertAccount } from './repository.ts';

/** An account to be made. */
export interface NewAccount {
  readonly kind: AccountRow['kind'];
  /** Staff only; lower case, unique in the centre. */
  readonly loginName?: string;
  readonly displayName: string;
  /** Whom it stands for, as the calling module names them; unique for the kind. */
  readonly subject?: string;
  /** Hash of a one-time password; without one nobody can sign in by password yet. */
  readonly oneTimePasswordHash?: string;
  readonly locale?: AccountRow['locale'];
  readonly demandsSecondFactor?: boolean;
  readonly assurance?: number;
  readonly isDemonstration?: boolean;
}

/** Writes an account and says so. The caller has authorised it; a login name that is taken fails the transaction. */
export function addAccount(
  { clock }: Pick<AccessDeps, 'clock'>,
  tx: Tx,
  actor: Actor,
  account: NewAccount,
): AccountRow {
  const now = clock.now();
  const row: AccountRow = {
    centre_id: actor.centreId,
    account_id: newId(),
    kind: account.kind,
    login_name: account.loginName ?? null,
    display_name: account.displayName,
    subject: account.subject ?? null,
    status: 'active',
    password_hash: account.oneTimePasswordHash ?? null,
    password_changed_at: account.oneTimePasswordHash === undefined ? null : now,
    must_change_password: account.oneTimePasswordHash !== undefined,
    demands_second_factor: account.demandsSecondFactor ?? false,
    locale: account.locale ?? 'zh-CN',
    elder_mode: false,
    assurance: account.assurance ?? null,
    last_sign_in_at: null,
    is_demonstration: account.isDemonstration ?? false,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  insertAccount(tx, row);
  tell(tx, clock, actor, accessEvents.accountCreated, {
    subject: { kind: 'access.account', id: row.account_id },
    payload: { accountId: row.account_id, kind: row.kind },
    audit: { loginName: row.login_name, displayName: row.display_name },
  });
  return row;
}

import { hashToken } from '../../crypto/token-hash.ts';
import type { Tx } from '../../db/types.ts';
import { tell } from '../../events/tell.ts';
import { newId } from '../../ids/id.ts';
import { randomCode } from '../../ids/token.ts';
import { orNotFound } from '../../problems/or-not-found.ts';
import { ProblemError } from '../../problems/problem-error.ts';
import { findAccount, lockAccount } from '../accounts/repository.ts';
import type { Actor } from '../contract-actor.ts';
import type { Enrolled, Enrolment } from '../contract-entry.ts';
import { accessEvents } from '../contract-events.ts';
import { accessProblems } from '../contract-problems.ts';
import type { AccessDeps } from '../deps.ts';
import { recordFailure } from '../sessions/guard.ts';
import { ownerActor, type Visit } from '../sessions/visit.ts';
import { readSettings } from '../settings/repository.ts';
import * as repository from './repository.ts';

const CODE_HALF = 4;

export interface OpenedEnrolment {
  /** To be typed at the device within its life; shown this once. */
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * Opens the enrolment of a device in the caller's transaction, in place of any other of the same device.
 * The caller has authorised it.
 */
export async function openEnrolment(
  deps: Pick<AccessDeps, 'clock' | 'keys'>,
  tx: Tx,
  actor: Actor,
  accountId: string,
): Promise<OpenedEnrolment> {
  const account = orNotFound(await lockAccount(tx, actor.centreId, accountId));
  if (account.kind !== 'device') throw new ProblemError(accessProblems.notForKind);
  const { enrolmentMinutes } = await readSettings(tx, actor.centreId);
  const code = `${randomCode(CODE_HALF)}-${randomCode(CODE_HALF)}`;
  const expiresAt = new Date(deps.clock.now().getTime() + enrolmentMinutes * 60_000);
  repository.replaceEnrolment(tx, {
    centre_id: actor.centreId,
    code_hash: deps.keys.codeHash('enrolment', actor.centreId, code),
    account_id: accountId,
    opened_by: actor.id,
    expires_at: expiresAt,
    nonce_hash: null,
    key_id: null,
  });
  tell(tx, deps.clock, actor, accessEvents.enrolmentOpened, {
    subject: { kind: 'access.account', id: accountId },
    payload: { accountId },
  });
  return { code, expiresAt };
}

/**
 * Exchanges a code for the key of the device, and revokes the keys it had before. A device whose answer
 * got lost asks again with the same code and nonce and gets the same key while the code lives. Refuses
 * everything else with `access/enrolment-refused`.
 */
export async function enrolDevice(
  deps: AccessDeps,
  visit: Visit,
  input: Enrolment,
): Promise<Enrolled> {
  const { centreId } = visit.actor;
  const now = deps.clock.now();
  const deviceKey = deps.keys.deviceKey(centreId, input.code, input.nonce);
  const nonceHash = hashToken(input.nonce);
  const outcome = await deps.database.transaction(async (tx) => {
    const enrolment = await repository.lockEnrolment(
      tx,
      centreId,
      deps.keys.codeHash('enrolment', centreId, input.code),
    );
    if (enrolment === undefined) return { accountId: null, enrolled: undefined };
    const { account_id: accountId } = enrolment;
    const account = await findAccount(tx, centreId, accountId);
    const isOver =
      enrolment.expires_at <= now ||
      (enrolment.nonce_hash !== null && enrolment.nonce_hash !== nonceHash);
    if (isOver || account?.status !== 'active') return { accountId, enrolled: undefined };
    if (enrolment.nonce_hash === null) {
      const keyId = newId();
      await repository.revokeDeviceKeys(tx, centreId, accountId, now);
      repository.insertDeviceKey(tx, {
        centre_id: centreId,
        key_id: keyId,
        key_hash: hashToken(deviceKey),
        account_id: accountId,
        public_info: JSON.stringify(input.publicInfo),
        created_at: now,
        last_used_at: null,
        revoked_at: null,
      });
      repository.useEnrolment(tx, enrolment, nonceHash, keyId);
      tell(tx, deps.clock, ownerActor(visit, account), accessEvents.deviceEnrolled, {
        subject: { kind: 'access.account', id: accountId },
        payload: { accountId, keyId },
        audit: { publicInfo: input.publicInfo },
      });
    }
    return { accountId, enrolled: { accountId, name: account.display_name, deviceKey } };
  });
  if (outcome.enrolled !== undefined) return outcome.enrolled;
  await recordFailure(deps, visit, outcome.accountId, 'enrolment-refused');
  throw new ProblemError(accessProblems.enrolmentRefused);
}

/** Makes all keys of a device worthless in the caller's transaction, and closes an open enrolment. */
export async function revokeKeys(
  { clock }: Pick<AccessDeps, 'clock'>,
  tx: Tx,
  actor: Actor,
  input: { readonly accountId: string; readonly reason: string },
): Promise<void> {
  const { accountId, reason } = input;
  repository.deleteEnrolments(tx, actor.centreId, accountId);
  await repository.revokeDeviceKeys(tx, actor.centreId, accountId, clock.now());
  tell(tx, clock, actor, accessEvents.deviceKeysRevoked, {
    subject: { kind: 'access.account', id: accountId },
    payload: { accountId, reason },
  });
}

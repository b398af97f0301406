import { authorise, mayAnywhere } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { hashToken } from '#kernel/crypto/token-hash.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomCode } from '#kernel/ids/token.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Licence,
  permissions,
  problems,
  type PublicLicence,
  type Showing,
  type ShowingState,
} from '../contract.ts';
import { findShownCode, showingUrl } from './addresses.ts';
import type { LicencesDeps } from './deps.ts';
import { showingVerified } from './events.ts';
import { viewLicence } from './get-licence.ts';
import { getOwnRow } from './own-licences.ts';
import * as showings from './repository-showings.ts';
import * as repository from './repository.ts';
import type { LicenceRow } from './tables.ts';
import { viewPublic } from './verify-public.ts';
import { currentState } from './view.ts';

/** How long a code lives, in seconds. */
export const SHOWN_SECONDS = 60;

/** 25^12 codes: too many to guess one in its minute. */
const CODE_LENGTH = 12;

/** 亮证: a fresh code for the holder's screen; the one shown before ends. Only a valid licence can be shown. */
export async function openShowing(
  deps: LicencesDeps,
  actor: Actor,
  licenceId: string,
): Promise<Showing> {
  return deps.database.transaction(async (tx) => {
    const { row, around } = await getOwnRow(deps, tx, actor, licenceId);
    if (currentState(row, around) !== 'valid') throw new ProblemError(problems.notShowable);
    const now = deps.clock.now();
    const code = randomCode(CODE_LENGTH);
    const key = { centre_id: row.centre_id, licence_id: row.licence_id, opened_by: actor.id };
    const showing = {
      ...key,
      showing_id: newId(deps.clock),
      code_hash: hashToken(code),
      opened_at: now,
      expires_at: new Date(now.getTime() + SHOWN_SECONDS * 1000),
      used_at: null,
      used_by: '',
    };
    showings.endShowings(tx, key, now);
    showings.insertShowing(tx, showing);
    return {
      id: showing.showing_id,
      code,
      url: showingUrl(deps.publicUrl, code),
      expiresAt: showing.expires_at.toISOString(),
      seconds: SHOWN_SECONDS,
    };
  });
}

/** Whether the code on the holder's screen was verified, and by whom; asked by the screen itself. */
export async function getShowing(
  { database }: LicencesDeps,
  actor: Actor,
  showingId: string,
): Promise<ShowingState> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const found = await showings.findShowing(database.db, actor.centreId, showingId);
  const row = orNotFound(found?.opened_by === actor.id ? found : undefined);
  return {
    isUsed: row.used_at !== null,
    usedBy: row.used_by,
    usedAt: row.used_at?.toISOString() ?? null,
  };
}

/** A clerk checks what somebody shows and sees the licence in full. */
export async function verifyShowing(
  deps: LicencesDeps,
  actor: Actor,
  text: string,
): Promise<Licence> {
  if (!mayAnywhere(actor, permissions.verify.name)) authorise(actor, permissions.verify.name);
  return deps.database.transaction(async (tx) => {
    const row = await consume(deps, tx, actor, text, actor.name);
    return viewLicence(deps, tx, actor, row.licence_id);
  });
}

/** A stranger checks it with a phone of their own and sees what everybody may see. */
export async function verifyShownCode(
  deps: LicencesDeps,
  actor: Actor,
  text: string,
): Promise<PublicLicence> {
  return deps.database.transaction(async (tx) => {
    const row = await consume(deps, tx, actor, text, '');
    return viewPublic(deps, tx, row);
  });
}

/** Uses a code up. Refuses one that is unknown, over or used; of two at once one gets it. */
async function consume(
  deps: LicencesDeps,
  tx: Tx,
  actor: Actor,
  text: string,
  usedBy: string,
): Promise<LicenceRow> {
  const code = findShownCode(text);
  const now = deps.clock.now();
  const showing =
    code === undefined
      ? undefined
      : await showings.lockShowing(tx, actor.centreId, hashToken(code));
  if (showing === undefined) throw new ProblemError(problems.codeUnknown);
  if (showing.used_at !== null) throw new ProblemError(problems.codeUsed);
  if (showing.expires_at <= now) throw new ProblemError(problems.codeUnknown);
  const row = orNotFound(await repository.findLicence(tx, actor.centreId, showing.licence_id));
  showings.useShowing(tx, { ...showing, used_at: now, used_by: usedBy });
  showingVerified(tx, deps.clock, actor, row, showing.showing_id);
  return row;
}

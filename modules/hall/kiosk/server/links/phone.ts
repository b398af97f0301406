import type { Readable } from 'node:stream';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { hashToken } from '#kernel/crypto/token-hash.ts';
import type { Tx } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { permissions as cases } from '#modules/casework/cases/contract.ts';

import { type JoinedLink, LINK_FILES, problems } from '../../contract.ts';
import type { KioskDeps } from '../deps.ts';
import { linkJoined } from '../events.ts';
import * as repository from '../repository.ts';
import type { LinkRow, VisitRow } from '../tables.ts';
import { destroyFiles } from '../visits/end-visit.ts';
import { isOpen, PURPOSE } from './rules.ts';

export interface PhoneKey {
  readonly token: string;
  readonly nonce: string;
}

/** The link of a token, for the one phone that joined it or for the first. */
async function lockFor(
  deps: KioskDeps,
  tx: Tx,
  centreId: number,
  { token, nonce }: PhoneKey,
): Promise<LinkRow> {
  const row = await repository.lockLinkOfToken(tx, centreId, hashToken(token));
  if (row === undefined || !isOpen(row, deps.clock.now()))
    throw new ProblemError(problems.linkGone);
  if (row.nonce_hash !== null && row.nonce_hash !== hashToken(nonce))
    throw new ProblemError(problems.linkTaken);
  return row;
}

async function getVisit(tx: Tx, row: LinkRow): Promise<VisitRow> {
  return orNotFound(await repository.findVisit(tx, row.centre_id, row.visit_id));
}

/** Joins as the one phone of a link; the same phone may ask again. */
export async function joinLink(deps: KioskDeps, actor: Actor, key: PhoneKey): Promise<JoinedLink> {
  return deps.database.transaction(async (tx) => {
    const row = await lockFor(deps, tx, actor.centreId, key);
    const visit = await getVisit(tx, row);
    const kiosk = await deps.access.findAccount(tx, actor.centreId, visit.device_account_id);
    if (row.nonce_hash === null) {
      repository.updateLink(tx, row, { nonce_hash: hashToken(key.nonce) });
      linkJoined(tx, deps.clock, actor, row);
    }
    return {
      label: row.label,
      kiosk: kiosk?.displayName ?? '',
      matchCode: row.match_code,
      expiresAt: row.expires_at.toISOString(),
      mostFiles: LINK_FILES,
      sentFiles: row.file_ids.length,
    };
  });
}

/** Refuses before a byte is read what would be refused after. */
export async function requireJoined(
  deps: KioskDeps,
  actor: Actor,
  key: PhoneKey,
): Promise<VisitRow> {
  return deps.database.transaction(async (tx) => {
    const row = await lockFor(deps, tx, actor.centreId, key);
    if (row.nonce_hash === null) throw new ProblemError(problems.linkGone);
    if (row.file_ids.length >= LINK_FILES)
      throw new ProblemError(problems.linkFull, { count: LINK_FILES });
    return getVisit(tx, row);
  });
}

/** Stores one file as the visitor's own. One that came when the visit had just ended is destroyed with it. */
export async function sendFile(
  deps: KioskDeps,
  actor: Actor,
  key: PhoneKey,
  visit: VisitRow,
  file: { readonly name: string; readonly content: Readable },
): Promise<number> {
  const account = orNotFound(
    await deps.access.findAccount(deps.database.db, actor.centreId, visit.account_id),
  );
  const stored = await deps.files.receive(
    {
      kind: 'citizen',
      id: visit.account_id,
      centreId: actor.centreId,
      name: account.displayName,
      // The link was opened under this permission, and lends nothing else.
      grants: [{ permission: cases.apply.name, scope: { level: 'own' } }],
      sessionId: visit.session_id,
      ...(actor.request === undefined ? {} : { request: actor.request }),
    },
    PURPOSE,
    file,
  );
  const outcome = await deps.database.transaction(async (tx) => {
    const row = await repository.lockLinkOfToken(tx, actor.centreId, hashToken(key.token));
    if (row === undefined || !isOpen(row, deps.clock.now())) {
      const now = await repository.findVisit(tx, visit.centre_id, visit.visit_id);
      if (now?.ended_at !== null) await destroyFiles(deps, tx, actor, visit);
      return undefined;
    }
    const fileIds = [...row.file_ids, stored.id];
    repository.updateLink(tx, row, { file_ids: fileIds });
    return fileIds.length;
  });
  if (outcome === undefined) throw new ProblemError(problems.linkGone);
  return outcome;
}

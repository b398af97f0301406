import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { hashToken } from '#kernel/crypto/token-hash.ts';
import { StoredFile } from '#kernel/files/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { randomDigits, randomToken } from '#kernel/ids/token.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems, type UploadLink } from '../../contract.ts';
import type { KioskDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { readSettings } from '../settings.ts';
import type { LinkRow, VisitRow } from '../tables.ts';
import { isOpen, PURPOSE } from './rules.ts';

const MATCH_DIGITS = 4;

/** The visit in which the actor asks. In a browser of one's own there is none, and a phone needs no link. */
async function getOwnVisit(deps: KioskDeps, actor: Actor): Promise<VisitRow> {
  authorise(actor, permissions.uploadOwn.name, { ownerId: actor.id });
  const visit =
    actor.atDevice === undefined || actor.sessionId === undefined
      ? undefined
      : await repository.findVisitOfSession(deps.database.db, actor.centreId, actor.sessionId);
  if (visit === undefined) throw new ProblemError(problems.noVisit);
  return visit;
}

/** A link for one phone, in place of any other of the visit. */
export async function openLink(
  deps: KioskDeps,
  actor: Actor,
  { label }: { readonly label: string },
): Promise<UploadLink & { readonly path: string }> {
  const visit = await getOwnVisit(deps, actor);
  const { linkMinutes } = await readSettings(deps.database.db, actor.centreId);
  const now = deps.clock.now();
  const token = randomToken();
  const row: LinkRow = {
    centre_id: actor.centreId,
    link_id: newId(deps.clock),
    visit_id: visit.visit_id,
    token_hash: hashToken(token),
    nonce_hash: null,
    match_code: randomDigits(MATCH_DIGITS),
    label,
    opened_at: now,
    expires_at: new Date(now.getTime() + linkMinutes * 60_000),
    closed_at: null,
    file_ids: [],
  };
  await deps.database.transaction((tx) => {
    repository.closeLinks(tx, visit, now);
    repository.insertLink(tx, row);
    return Promise.resolve();
  });
  // After the #, so that no log and no referrer ever holds it.
  return { ...(await toLink(deps, row)), path: `/upload#${token}` };
}

async function getOwnLink(deps: KioskDeps, actor: Actor, id: string): Promise<LinkRow> {
  const visit = await getOwnVisit(deps, actor);
  const row = orNotFound(await repository.findLink(deps.database.db, actor.centreId, id));
  return orNotFound(row.visit_id === visit.visit_id ? row : undefined);
}

export async function getLink(deps: KioskDeps, actor: Actor, id: string): Promise<UploadLink> {
  return toLink(deps, await getOwnLink(deps, actor, id));
}

export async function closeLink(
  deps: KioskDeps,
  actor: Actor,
  id: string,
): Promise<{ done: true }> {
  const row = await getOwnLink(deps, actor, id);
  await deps.database.transaction((tx) => {
    repository.updateLink(tx, row, { closed_at: row.closed_at ?? deps.clock.now() });
    return Promise.resolve();
  });
  return { done: true };
}

async function toLink(deps: KioskDeps, row: LinkRow): Promise<UploadLink> {
  const { db } = deps.database;
  const found = await Promise.all(
    row.file_ids.map((id) => deps.files.getFile(db, { centreId: row.centre_id }, id, PURPOSE)),
  );
  const joined = row.nonce_hash === null ? 'waiting' : 'joined';
  return {
    id: row.link_id,
    state: isOpen(row, deps.clock.now()) ? joined : 'closed',
    matchCode: row.match_code,
    expiresAt: row.expires_at.toISOString(),
    files: found.map((file) => StoredFile.parse(file)),
  };
}

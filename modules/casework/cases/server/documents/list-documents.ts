import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { permissions } from '../../contract.ts';
import type { CaseDocument } from '../../contract/documents.ts';
import type { CasesDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { requireOwn, targetOf } from '../who.ts';
import * as documents from './repository-documents.ts';

/** The papers of a case, the newest first, for whoever may see the case. */
export async function listDocuments(
  deps: CasesDeps,
  actor: Actor,
  caseId: string,
): Promise<{ items: CaseDocument[] }> {
  const { db } = deps.database;
  const { body } = orNotFound(await repository.findCase(db, actor.centreId, caseId));
  authorise(actor, permissions.view.name, targetOf(body));
  return list(deps, actor, caseId);
}

/** The papers of one's own case. */
export async function listOwnDocuments(
  deps: CasesDeps,
  actor: Actor,
  caseId: string,
): Promise<{ items: CaseDocument[] }> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const { db } = deps.database;
  const { body } = orNotFound(await repository.findCase(db, actor.centreId, caseId));
  await requireOwn(deps, db, actor, body);
  return list(deps, actor, caseId);
}

async function list({ database }: CasesDeps, actor: Actor, caseId: string) {
  const rows = await documents.listDocuments(database.db, actor.centreId, caseId);
  return { items: rows.map(toDocument) };
}

const toDocument = (row: documents.DocumentRow): CaseDocument => ({
  id: row.document_id,
  kind: row.kind,
  number: row.number,
  issuedAt: row.issued_at.toISOString(),
  byName: row.by_name,
  verificationCode: row.code,
  printed: row.printed,
});

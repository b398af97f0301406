import { authorise, may } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { type Cursor, readCursor, toPage } from '#kernel/db/keyset.ts';
import type { PageQuery } from '#kernel/http/shapes.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import {
  type Document,
  type DocumentFilter,
  type DocumentState,
  permissions,
} from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import * as repository from '../repository-documents.ts';
import type { DocumentRow } from '../tables.ts';
import { toDocument, toSummary } from './view.ts';

/** A page of documents, the newest first; `mine` are those that wait for this person's signature. */
export async function listDocuments(
  { database }: ContractsDeps,
  actor: Actor,
  query: PageQuery & DocumentFilter,
) {
  authorise(actor, permissions.view.name);
  const filter = toDocumentQuery(actor, query);
  const page = { limit: query.limit, cursor: readCursor(query.cursor) };
  const [rows, total] = await Promise.all([
    repository.listDocuments(database.db, actor.centreId, filter, page),
    repository.countDocuments(database.db, actor.centreId, filter),
  ]);
  const view = toPage(rows, query.limit, toSummary, placeOfDocument);
  return { ...view, total };
}

/** The place of a document in the list, for the next page. */
export const placeOfDocument = (row: DocumentRow): Cursor => [
  row.made_at.toISOString(),
  row.document_id,
];

/** What is asked of the list, as the repository asks it; `mine` by what this person may sign. */
export function toDocumentQuery(
  actor: Actor,
  { search, kind, state, scope }: DocumentFilter & Pick<PageQuery, 'search'>,
): repository.DocumentQuery {
  const asked = state === undefined ? {} : { states: [state] };
  if (scope !== 'mine') return { search, kind, ...asked };
  const waiting: DocumentState[] = [];
  if (may(actor, permissions.check.name)) waiting.push('submitted');
  if (may(actor, permissions.approve.name)) waiting.push('checked');
  const states = state === undefined ? waiting : waiting.filter((one) => one === state);
  return { search, kind, notSignedBy: actor.id, states };
}

export async function getDocument(
  { database }: ContractsDeps,
  actor: Actor,
  id: string,
): Promise<Document> {
  authorise(actor, permissions.view.name);
  const row = orNotFound(await repository.findDocument(database.db, actor.centreId, id));
  return toDocument(database.db, actor, row);
}

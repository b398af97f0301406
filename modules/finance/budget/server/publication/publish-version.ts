import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { addDays } from '#kernel/clock/day.ts';
import { canonicalJson } from '#kernel/crypto/canonical-json.ts';
import { sm3Hex } from '#kernel/crypto/sm3.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { events, permissions, problems, type Publication } from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import * as repository from '../repository.ts';
import { auditMade } from '../versions/judge-version.ts';
import { getYear, loadBook } from '../versions/load-version.ts';
import { toRendered } from '../view.ts';
import { toPublication } from './get-publication.ts';
import { readBack, toPublishedText } from './read-back.ts';

/** Days within which a budget is published once it is approved (预算法 §14). */
const DAYS_TO_PUBLISH = 20;

/**
 * Publishes an approved version: text, lineage and hash are frozen, and what is published is read back and compared.
 * Refused when the version is not approved, or its audit finds an error.
 */
export async function publishVersion(
  deps: BudgetDeps,
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
  once: Once,
): Promise<Publication> {
  authorise(actor, permissions.publish.name);
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.lockVersion(tx, actor.centreId, id));
    requireVersion(row, version);
    requireApproved(row);
    const { profile } = await getYear(tx, row.centre_id, row.year);
    const book = await loadBook(deps, tx, row);
    const errors = auditMade(book, profile).findings.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first !== undefined)
      throw new ProblemError(problems.auditErrors, {
        reason: { 'zh-CN': first.message, en: first.messageEn },
        count: errors.length,
      });
    const published = await freeze(deps, tx, actor, row);
    const view = await toPublication(deps, tx, published, row);
    once.claim(tx, view);
    return view;
  });
}

function requireApproved({ state }: repository.VersionRow): void {
  if (state !== 'approved') throw new ProblemError(problems.wrongState);
}

/** Freezes what a version prints. Throws when the version is not approved or the text does not read back. */
export async function freeze(
  deps: BudgetDeps,
  tx: Tx,
  actor: Actor,
  row: repository.VersionRow,
): Promise<repository.PublicationRow> {
  requireApproved(row);
  const { clock } = deps;
  const book = toRendered(await loadBook(deps, tx, row));
  const { figures, differences } = readBack(book);
  if (differences.length > 0)
    throw new Error(`The published text does not read back: ${differences.join(', ')}`);
  const publication: repository.PublicationRow = {
    centre_id: row.centre_id,
    publication_id: newId(),
    version_id: row.version_id,
    year: row.year,
    title: book.title,
    unit: book.unit,
    body: toPublishedText(book),
    book,
    hash: sm3Hex(canonicalJson({ version: row.hash, book })),
    figures,
    approved_on: row.approved_on,
    due_on: row.approved_on === null ? null : addDays(row.approved_on, DAYS_TO_PUBLISH),
    published_by: actor.id,
    published_at: clock.now(),
  };
  repository.insertPublication(tx, publication);
  tell(tx, clock, actor, events.published, {
    subject: { kind: 'budget.publication', id: publication.publication_id },
    payload: {
      publicationId: publication.publication_id,
      versionId: row.version_id,
      year: row.year,
      hash: publication.hash,
    },
  });
  return publication;
}

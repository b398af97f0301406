import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Draft, type DraftInput, permissions, problems } from '../../contract.ts';
import type { CasesDeps } from '../deps.ts';
import * as parts from '../repository-parts.ts';
import type { DraftRow } from '../tables.ts';
import { requireActing } from '../who.ts';

/** What of a draft is sealed: everything that was typed. */
interface DraftDocument extends DraftInput {
  readonly matterName: Draft['matterName'];
}

const place = (row: Pick<DraftRow, 'centre_id' | 'draft_id'>) => ({
  centreId: String(row.centre_id),
  table: 'cases.draft',
  column: 'sealed',
  rowId: row.draft_id,
});

export const openDraft = ({ cipher }: Pick<CasesDeps, 'cipher'>, row: DraftRow): DraftDocument =>
  JSON.parse(cipher.decrypt(place(row), row.sealed)) as DraftDocument;

/** Whose drafts the actor reaches: for the party, as the person who signed in. */
export async function ownerOf(deps: CasesDeps, db: Db, actor: Actor) {
  authorise(actor, permissions.apply.name, { ownerId: actor.id });
  const { partyId, personId } = await requireActing(deps, db, actor);
  return { party_id: partyId, person_id: personId };
}

/**
 * 暂存: kept on the server at each step, so that nothing is lost with a session and any device goes on with it.
 * There is one for each matter: who begins again finds what was begun.
 */
export async function saveDraft(
  deps: CasesDeps,
  actor: Actor,
  input: DraftInput,
  once: Once,
): Promise<Draft> {
  return deps.database.transaction(async (tx) => {
    const owner = await ownerOf(deps, tx, actor);
    const { centreId } = actor;
    const { clock, cipher, matters } = deps;
    const [before, offered] = await Promise.all([
      parts.lockDraftOfMatter(tx, centreId, owner, input.matterId),
      matters.findCurrent(tx, {
        centreId,
        matterId: input.matterId,
        itemKey: input.itemKey,
        on: localDay(clock.now()),
      }),
    ]);
    if (offered?.item === undefined) throw new ProblemError(problems.matterUnknown);
    const key = { centre_id: centreId, draft_id: before?.draft_id ?? newId(clock) };
    const document: DraftDocument = { ...input, matterName: offered.content.name };
    const row: DraftRow = {
      ...key,
      ...owner,
      matter_id: input.matterId,
      sealed: cipher.encrypt(place(key), JSON.stringify(document)),
      saved_at: clock.now(),
      version: (before?.version ?? 0) + 1,
    };
    parts.putDraft(tx, row);
    const draft = toDraft(row, document);
    once.claim(tx, draft);
    return draft;
  });
}

export async function listDrafts(deps: CasesDeps, actor: Actor) {
  const { db } = deps.database;
  const rows = await parts.listDrafts(db, actor.centreId, await ownerOf(deps, db, actor));
  return { items: rows.map((row) => toDraft(row, openDraft(deps, row))) };
}

export async function getDraft(deps: CasesDeps, actor: Actor, id: string): Promise<Draft> {
  const { db } = deps.database;
  const row = await parts.findDraft(db, actor.centreId, await ownerOf(deps, db, actor), id);
  if (row === undefined) throw new ProblemError(problems.draftGone);
  return toDraft(row, openDraft(deps, row));
}

export async function discardDraft(
  deps: CasesDeps,
  actor: Actor,
  id: string,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const row = await parts.lockDraft(tx, actor.centreId, await ownerOf(deps, tx, actor), id);
    if (row === undefined) throw new ProblemError(problems.draftGone);
    parts.deleteDraft(tx, row);
    return { done: true };
  });
}

/**
 * Files that were destroyed before they were handed in leave the drafts of whoever acts; what was typed stays. Asks no
 * permission: the caller ended the visit in which they came.
 */
export async function forgetDraftFiles(
  deps: Pick<CasesDeps, 'cipher'>,
  tx: Tx,
  owner: { readonly centreId: number; readonly partyId: string; readonly personId: string },
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  const gone = new Set(fileIds);
  const key = { party_id: owner.partyId, person_id: owner.personId };
  for (const before of await parts.listDrafts(tx, owner.centreId, key)) {
    const text = JSON.stringify(openDraft(deps, before));
    const kept = JSON.stringify(withoutFiles(JSON.parse(text), gone));
    if (kept !== text) {
      const sealed = deps.cipher.encrypt(place(before), kept);
      parts.putDraft(tx, { ...before, sealed, version: before.version + 1 });
    }
  }
}

/** The same without these ids in any list; a paper that is left without its files is missing again. */
function withoutFiles(value: unknown, gone: ReadonlySet<string>): unknown {
  if (Array.isArray(value))
    return value
      .filter((one) => typeof one !== 'string' || !gone.has(one))
      .map((one) => withoutFiles(one, gone));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, withoutFiles(one, gone)]);
  const after = Object.fromEntries(entries) as Record<string, unknown>;
  const had = (value as Record<string, unknown>)['fileIds'];
  const has = after['fileIds'];
  const isEmptied = Array.isArray(had) && had.length > 0 && Array.isArray(has) && has.length === 0;
  return isEmptied && 'state' in after ? { ...after, state: 'missing' } : after;
}

const toDraft = (row: DraftRow, document: DraftDocument): Draft => ({
  ...document,
  id: row.draft_id,
  savedAt: row.saved_at.toISOString(),
  version: row.version,
});

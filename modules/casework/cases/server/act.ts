import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type ActResult, type CaseAct, transitions } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import { issueDocuments } from './documents/issue-documents.ts';
import { caseWentOn } from './events.ts';
import { followChildren } from './follow-children.ts';
import { loadAround, type Loaded } from './load-around.ts';
import { listPaperChanges } from './papers.ts';
import { settlePremises } from './premises.ts';
import * as parts from './repository-parts.ts';
import * as repository from './repository.ts';
import { toEventRow, toRow } from './row.ts';
import type { Typed } from './rules/around.ts';
import { applyEntry, type CaseEntry, type Changes } from './rules/case-file.ts';
import { nextState, requireLawful } from './rules/decide-act.ts';
import type { CaseRow, PaperRow } from './tables.ts';
import { toActResult } from './view.ts';
import { authoriseAct, nameOf } from './who.ts';
import type { Work } from './work.ts';

/** What an act does to a case, decided from what was loaded. */
export interface Effect {
  readonly changes?: Changes;
  readonly note?: string;
  /** Whether the applicant reads the note; not unless said. */
  readonly isPublic?: boolean;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly papers?: readonly PaperRow[];
  /** Stays stopped though the table leads back: another procedure still runs. */
  readonly to?: 'special';
}

export interface Acting {
  readonly act: CaseAct;
  readonly id: string;
  /** The version that the actor saw; jobs act on whatever stands. */
  readonly version?: number | undefined;
  readonly typed?: Typed | ((loaded: Loaded) => Typed);
  /** Puts what was handed in into place before the guards look. */
  readonly revise?: (loaded: Loaded, tx: Tx) => Promise<Loaded> | Loaded;
  readonly decide?: (loaded: Loaded, tx: Tx) => Promise<Effect> | Effect;
}

/** One act on one case, in a transaction of its own. */
export async function act(
  deps: CasesDeps,
  actor: Actor,
  acting: Acting,
  once: Once,
): Promise<ActResult> {
  return deps.database.transaction(async (tx) => {
    const { row, loaded } = await actIn(deps, tx, actor, acting);
    const result = toActResult(row, loaded.counting);
    once.claim(tx, result);
    return result;
  });
}

/**
 * The steps that every act shares: lock the case, authorise, see that nobody was first, let the guards look,
 * decide, write row and history, tell. The state can change in no other way.
 */
export async function actIn(
  deps: CasesDeps,
  tx: Tx,
  actor: Actor,
  acting: Acting,
): Promise<{ readonly row: CaseRow; readonly loaded: Loaded }> {
  const before = orNotFound(await repository.lockCase(tx, actor.centreId, acting.id));
  const byKind = await authoriseAct(deps, tx, actor, acting.act, before.body);
  if (acting.version !== undefined)
    requireVersion(
      { version: before.version, changedBy: before.body.updatedByName },
      acting.version,
    );
  const needsForm = transitions[acting.act].guards.includes('form-complete');
  const read = await loadAround(deps, tx, actor, before, needsForm || acting.revise !== undefined);
  const loaded = (await acting.revise?.(read, tx)) ?? read;
  const typed = typeof acting.typed === 'function' ? acting.typed(loaded) : (acting.typed ?? {});
  requireLawful(acting.act, loaded.around, typed);
  const effect = (await acting.decide?.(loaded, tx)) ?? {};
  const changed = listPaperChanges(read.paperRows, effect.papers ?? read.paperRows);
  const work = { deps, tx, actor };
  const entry = toEntryOf(work, loaded, acting.act, byKind, {
    ...effect,
    detail: { ...effect.detail, ...(changed.length === 0 ? {} : { papers: changed }) },
  });
  const row = write(work, loaded, entry, effect.papers);
  await settlePremises(work, row, entry);
  await issueDocuments(deps, tx, {
    row,
    entry,
    papers: effect.papers ?? loaded.paperRows,
    edition: loaded.edition,
    promisedBefore: before.promised_due_on,
  });
  if (row.parent_id !== null && row.state !== before.state)
    await followChildren(deps, tx, actor, row.parent_id);
  return { row, loaded };
}

function toEntryOf(
  { deps: { clock }, actor }: Work,
  { around }: Loaded,
  name: CaseAct,
  byKind: CaseEntry['byKind'],
  effect: Effect,
): CaseEntry {
  return {
    seq: around.file.version + 1,
    at: clock.now().toISOString(),
    act: name,
    byKind,
    byId: actor.id,
    byName: nameOf(actor),
    from: around.file.state,
    to: effect.to ?? nextState(name, around),
    changes: effect.changes ?? {},
    note: effect.note ?? '',
    isPublic: effect.isPublic ?? false,
    detail: effect.detail ?? {},
  };
}

/** Row, history and news of one more entry. */
export function write(
  work: Work,
  { row: before, counting }: Pick<Loaded, 'row' | 'counting'>,
  entry: CaseEntry,
  papers?: readonly PaperRow[],
): CaseRow {
  const { tx } = work;
  const { centre_id: centreId, case_id: id } = before;
  const row = toRow(centreId, applyEntry(before.body, id, entry), counting);
  repository.updateCase(tx, row);
  repository.insertEvents(tx, [toEventRow(centreId, id, entry)]);
  if (papers !== undefined) parts.replacePapers(tx, centreId, id, papers);
  caseWentOn(work, { row, entry, lightBefore: before.light });
  return row;
}

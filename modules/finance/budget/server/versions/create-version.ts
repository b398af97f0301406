import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';

import { type BudgetVersion, permissions, type Stage } from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import { versionChanged } from '../events.ts';
import * as repository from '../repository.ts';
import { toLineRow, toVersion } from '../view.ts';
import { getVersionRow, getYear, loadLines } from './load-version.ts';

interface CreateVersion {
  readonly year: number;
  readonly stage: Stage;
  readonly parentId: string | null;
}

/** A new draft: a full copy of its parent, or empty. Its number follows those of the same stage. */
export async function createVersion(
  { database, clock }: BudgetDeps,
  actor: Actor,
  { year, stage, parentId }: CreateVersion,
  once: Once,
): Promise<BudgetVersion> {
  authorise(actor, permissions.draft.name);
  const { centreId } = actor;
  return database.transaction(async (tx) => {
    await getYear(tx, centreId, year);
    const parent = parentId === null ? undefined : await getVersionRow(tx, centreId, parentId);
    const lines = parent === undefined ? [] : await loadLines(tx, parent);
    const others = await repository.listOfStage(tx, centreId, year, stage);
    const row: repository.VersionRow = {
      centre_id: centreId,
      version_id: newId(),
      year,
      stage,
      number: (others.at(-1)?.number ?? 0) + 1,
      state: 'draft',
      parent_id: parentId,
      facts: parent?.facts ?? null,
      control_figures: [],
      returned_for: null,
      submitted_by: null,
      document: null,
      approved_on: null,
      hash: null,
      version: 1,
      updated_at: clock.now(),
    };
    repository.insertVersion(tx, row);
    repository.replaceLines(
      tx,
      row,
      lines.map((line, index) => toLineRow(row, line, index)),
    );
    versionChanged(tx, clock, actor, { act: 'created', after: row });
    const view = toVersion(row, lines, false);
    once.claim(tx, view);
    return view;
  });
}

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { tell } from '../events/tell.ts';
import type { Once } from '../http/idempotency.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { events, type ImportPreview, problems } from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { getImporter } from './find-importer.ts';
import { planImport } from './plan.ts';
import * as repository from './repository.ts';
import { openRows } from './sealed-rows.ts';
import { toPreview } from './view.ts';

/** Imports a previewed sheet, all rows or none; refuses when the records changed after the preview. */
export async function applyImport(
  deps: ImportDeps,
  actor: Actor,
  previewId: string,
  once: Once,
): Promise<ImportPreview> {
  return deps.database.transaction(async (tx) => {
    const preview = orNotFound(await repository.lockPreview(tx, actor.centreId, previewId));
    const importer = getImporter(deps, preview.importer);
    authorise(actor, importer.permission.name, { ownerId: preview.created_by });
    if (preview.applied_at !== null) throw new ProblemError(problems.alreadyApplied);
    const rows = openRows(deps.cipher, preview);
    const plan = await planImport(tx, actor.centreId, importer, rows);
    const faults = preview.sheet_faults + plan.faults.length;
    if (faults > 0) throw new ProblemError(problems.hasFaults, { count: faults });
    if (plan.digest !== preview.plan_digest) throw new ProblemError(problems.changedSince);
    const now = deps.clock.now();
    await importer.write(tx, actor, plan.changes);
    repository.markApplied(tx, actor.centreId, previewId, now);
    const created = plan.changes.filter((change) => change.before === undefined).length;
    tell(tx, deps.clock, actor, events.applied, {
      subject: { kind: 'imports.sheet', id: importer.name },
      payload: {
        importer: importer.name,
        fileName: preview.file_name,
        created,
        updated: plan.changes.length - created,
      },
    });
    const view = toPreview({ ...preview, applied_at: now }, rows.length, plan);
    once.claim(tx, view);
    return view;
  });
}

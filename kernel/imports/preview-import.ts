import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { newId } from '../ids/id.ts';
import type { ImportPreview } from './contract.ts';
import type { ImportDeps } from './deps.ts';
import { getImporter } from './find-importer.ts';
import { planImport } from './plan.ts';
import * as repository from './repository.ts';
import { sealRows } from './sealed-rows.ts';
import { toPreview } from './view.ts';

/** A sheet as it was sent. */
export interface Upload {
  readonly fileName: string;
  readonly file: Buffer;
}

/** Receives a sheet once it is known that its sender may import it; says what it would change and every bad cell, and keeps it for the decision. */
export async function previewImport(
  deps: ImportDeps,
  actor: Actor,
  input: { readonly importer: string; readonly receive: () => Promise<Upload> },
): Promise<ImportPreview> {
  const importer = getImporter(deps, input.importer);
  authorise(actor, importer.permission.name);
  const { file, fileName } = await input.receive();
  const read = await (importer.files?.read(file, fileName) ??
    deps.sheets.read(file, fileName, importer.fields));
  const plan = await planImport(deps.database.db, actor.centreId, importer, read.rows);
  const whole = { ...plan, faults: [...read.faults, ...plan.faults] };
  const key = { centre_id: actor.centreId, preview_id: newId() };
  const row = {
    ...key,
    importer: importer.name,
    file_name: fileName,
    rows: sealRows(deps.cipher, key, read.rows),
    plan_digest: plan.digest,
    sheet_faults: read.faults.length,
    created_by: actor.id,
    created_at: deps.clock.now(),
    applied_at: null,
  };
  await deps.database.transaction(async (tx) => repository.insertPreview(tx, row));
  return toPreview(row, read.rows.length, whole);
}

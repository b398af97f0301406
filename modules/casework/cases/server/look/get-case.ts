import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { recordLook } from '#kernel/audit/look.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { type CaseInFull, permissions } from '../../contract.ts';
import type { CasesDeps } from '../deps.ts';
import { loadAround } from '../load-around.ts';
import * as repository from '../repository.ts';
import { toCaseInFull } from '../view-full.ts';
import { loadSurroundings } from '../view.ts';
import { targetOf } from '../who.ts';
import { listMayDo } from './list-may-do.ts';

/** One case with what was filled in. Who looked is in the audit log before anything leaves. */
export async function getCase(deps: CasesDeps, actor: Actor, id: string): Promise<CaseInFull> {
  return deps.database.transaction(async (tx) => {
    const row = orNotFound(await repository.findCase(tx, actor.centreId, id));
    authorise(actor, permissions.view.name, targetOf(row.body));
    const loaded = await loadAround(deps, tx, actor, row, true);
    const around = await loadSurroundings(deps, tx, actor.centreId, [row], loaded.counting);
    recordLook(tx, deps.clock, actor, {
      act: permissions.view.name,
      subject: { kind: 'cases.case', id },
      fields: ['form', 'papers'],
    });
    return toCaseInFull(deps, tx, loaded, around, listMayDo(actor, loaded.around));
  });
}

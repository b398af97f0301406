import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';

import { permissions } from '../contract.ts';
import type { MattersDeps } from './deps.ts';
import { listEntries } from './repository.ts';

/** The 基本目录 of the centre, with how many matters implement each entry. */
export async function listCatalogue({ database: { db } }: MattersDeps, actor: Actor) {
  authorise(actor, permissions.view.name);
  const entries = await listEntries(db, actor.centreId);
  return {
    items: entries.map((entry) => ({
      catalogCode: entry.catalog_code,
      name: { zh: entry.name_zh, ...(entry.name_en === '' ? {} : { en: entry.name_en }) },
      taskType: entry.task_type,
      matters: entry.matters,
    })),
  };
}

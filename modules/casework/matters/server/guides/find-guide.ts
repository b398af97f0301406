import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { listByCode } from '../repository-guides.ts';
import { getInForce } from './get-in-force.ts';

/** The matter or bundle of a code that people type or scan, with the item when the code is of one. For everybody. */
export async function findGuide(deps: MattersDeps, centreId: number, code: string) {
  const { db } = deps.database;
  const typed = code.trim().toUpperCase();
  const [matter] = await listByCode(db, centreId, [typed, typed.slice(0, 31)]);
  if (matter === undefined) throw new ProblemError(problems.notInForce);
  const { edition } = await getInForce(deps, db, centreId, matter.matter_id);
  const items = 'members' in edition.content ? [] : edition.content.items;
  return {
    matterId: matter.matter_id,
    kind: matter.kind,
    itemKey: items.find((item) => item.code === typed)?.key ?? null,
  };
}

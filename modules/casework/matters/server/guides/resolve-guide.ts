import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  problems,
  type Requirements,
  type RequirementsQuestion,
  resolveRequirements,
} from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { getInForce } from './get-in-force.ts';

/** Papers, fee and limits of one item in force today for these answers. For everybody. */
export async function resolveGuide(
  deps: MattersDeps,
  centreId: number,
  matterId: string,
  { itemKey, answers, values }: RequirementsQuestion,
): Promise<Requirements> {
  const { edition } = await getInForce(deps, deps.database.db, centreId, matterId);
  const items = 'members' in edition.content ? [] : edition.content.items;
  const item = items.find(({ key }) => key === itemKey);
  if (item === undefined) throw new ProblemError(problems.unknownItem);
  return resolveRequirements(item, answers, values);
}

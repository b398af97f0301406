import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';

import { permissions, type Registers } from '../../contract.ts';
import type { BudgetDeps } from '../deps.ts';
import { listProjects } from '../repository.ts';
import { getYear } from './load-version.ts';

const FUNCTION_ITEM = 7;
const ECONOMIC_ITEM = 5;

/** The codes that a line of a year may carry, and the projects. */
export async function getRegisters(
  { database: { db } }: BudgetDeps,
  actor: Actor,
  year: number,
): Promise<Registers> {
  authorise(actor, permissions.view.name);
  const [{ codes }, projects] = await Promise.all([
    getYear(db, actor.centreId, year),
    listProjects(db, actor.centreId),
  ]);
  const list = (names: Readonly<Record<string, string>>, digits: number) =>
    Object.entries(names).flatMap(([code, name]) =>
      code.length === digits ? [{ code, name }] : [],
    );
  return {
    function: list(codes.function, FUNCTION_ITEM),
    economic: list(codes.economic, ECONOMIC_ITEM),
    projects: projects.map(({ project_id: code, name }) => ({ code, name })),
  };
}

import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type Guide, problems, type PublishedEdition } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';
import { getInForce } from './get-in-force.ts';

/** The guide of a matter in force today, with the bundles that it belongs to. For everybody. */
export async function getGuide(
  deps: MattersDeps,
  centreId: number,
  matterId: string,
): Promise<Guide> {
  const { db } = deps.database;
  const { found, edition } = await getInForce(deps, db, centreId, matterId);
  const { content } = edition;
  if ('members' in content) throw new ProblemError(problems.notInForce);
  const codes = new Set(content.items.map(({ code }) => code));
  const shelf = await deps.guides.open(db, centreId);
  return {
    matterId,
    editionId: edition.editionId,
    number: edition.number,
    validFrom: found.valid_from,
    validUntil: found.valid_until,
    content,
    bundles: shelf.all
      .filter(
        ({ card }) => card.kind === 'bundle' && card.itemCodes.some((code) => codes.has(code)),
      )
      .map((guide) => ({ matterId: guide.matterId, name: guide.card.name })),
  };
}

/** An edition that was published once. Drafts are not found: nobody outside knows of them. */
export async function getGuideEdition(
  { database: { db }, editions }: MattersDeps,
  centreId: number,
  editionId: string,
): Promise<PublishedEdition> {
  const { content, ...head } = orNotFound(await editions.find(db, centreId, editionId));
  return { ...head, content: orNotFound('members' in content ? undefined : content) };
}

import type { GuideSearch, SearchGuidesQuery } from '../../contract.ts';
import type { MattersDeps } from '../deps.ts';

/** Guides in force that fit, best first, with how many there are of each theme and department. For everybody. */
export async function searchGuides(
  { database: { db }, guides }: MattersDeps,
  centreId: number,
  query: SearchGuidesQuery,
): Promise<GuideSearch> {
  return (await guides.open(db, centreId)).search(query);
}

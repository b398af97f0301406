import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import { checkBundle, checkContent, checkSuccession, type Finding } from '../../contract.ts';
import { findMembers, toItems } from '../bundle-members.ts';
import type { MattersDeps } from '../deps.ts';
import { findInForce } from '../repository-guides.ts';
import type { EditionRow } from '../tables.ts';

/** What is not right with an edition by itself, and beside the edition that it would replace. */
export async function findFindings(
  { editions }: Pick<MattersDeps, 'editions'>,
  db: Db,
  edition: Pick<EditionRow, 'centre_id' | 'matter_id' | 'edition_id' | 'content'>,
  on: Day,
): Promise<Finding[]> {
  const { centre_id: centreId, content } = edition;
  const current = await findInForce(db, centreId, edition.matter_id, on);
  const before =
    current === undefined || current.edition_id === edition.edition_id
      ? undefined
      : await editions.find(db, centreId, current.edition_id);
  const succession = before === undefined ? [] : checkSuccession(before.content, content);
  if (!('members' in content)) return [...succession, ...checkContent(content)];
  const members = await findMembers(db, editions, { centreId, on }, content);
  return [...succession, ...checkBundle(content, toItems(members))];
}

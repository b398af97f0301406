import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';

import type { BundleContent, HandlingItem, MatterContent, MemberItems } from '../contract.ts';
import type { EditionCache } from './edition-cache.ts';
import { findInForce, listByCode } from './repository-guides.ts';

/** A member of a bundle with its item as it is in force. */
export interface InForceMember {
  readonly key: string;
  readonly matterId: string;
  readonly editionId: string;
  readonly itemKey: string;
  readonly item: HandlingItem;
  readonly content: MatterContent;
}

/** The members of a bundle whose items are in force on the day, in the order of the bundle. */
export async function findMembers(
  db: Db,
  editions: EditionCache,
  { centreId, on }: { readonly centreId: number; readonly on: Day },
  bundle: BundleContent,
): Promise<InForceMember[]> {
  const codes = bundle.members.map(({ itemCode }) => itemCode.slice(0, 31));
  const matters = new Map(
    (await listByCode(db, centreId, codes)).map((matter) => [matter.code, matter.matter_id]),
  );
  const found = await Promise.all(
    bundle.members.map(async ({ key, itemCode }) => {
      const matterId = matters.get(itemCode.slice(0, 31));
      const current =
        matterId === undefined ? undefined : await findInForce(db, centreId, matterId, on);
      const edition =
        current === undefined ? undefined : await editions.find(db, centreId, current.edition_id);
      if (edition === undefined || 'members' in edition.content) return undefined;
      const { content, editionId } = edition;
      const item = content.items.find(({ code }) => code === itemCode);
      if (item === undefined) return undefined;
      return { key, matterId: edition.matterId, editionId, itemKey: item.key, item, content };
    }),
  );
  return found.filter((member) => member !== undefined);
}

/** The items of members by the key of the member. */
export function toItems(members: readonly InForceMember[]): MemberItems {
  return Object.fromEntries(members.map(({ key, item }) => [key, item]));
}

import type { Day } from '#kernel/clock/day.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import type { BundleContent, HandlingItem, MatterContent } from '../contract.ts';
import { findMembers, type InForceMember } from './bundle-members.ts';
import type { EditionCache, FixedEdition } from './edition-cache.ts';
import { findInForce, type InForce, listByCode, listInForce } from './repository-guides.ts';

/** An edition of a matter and one of its items; the edition is as it was published. */
export interface EditionItem {
  readonly matterId: string;
  readonly editionId: string;
  readonly number: number;
  readonly content: MatterContent;
  readonly item: HandlingItem;
}

/** The edition of a matter that is in force on a day. */
export interface CurrentEdition {
  readonly matterId: string;
  readonly editionId: string;
  readonly number: number;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly content: MatterContent;
  /** When one was asked for and the edition has it. */
  readonly item?: HandlingItem;
}

/** A bundle with the items of its members. */
export interface BundleInForce {
  readonly matterId: string;
  readonly editionId: string;
  readonly number: number;
  readonly content: BundleContent;
  readonly members: readonly InForceMember[];
}

interface AskedCode {
  readonly centreId: number;
  readonly code: string;
  readonly on: Day;
}

interface AskedMatter {
  readonly centreId: number;
  readonly matterId: string;
  readonly on: Day;
}

/** What other modules may ask. Editions that were published once come from memory. */
export interface MattersApi {
  /** An item of the edition that a case keeps. Refuses with `request/not-found`; never answers with a draft. */
  getItem(
    db: Db,
    asked: { readonly centreId: number; readonly editionId: string; readonly itemKey: string },
  ): Promise<EditionItem>;
  /** The edition of a matter in force on a day. */
  findCurrent(
    db: Db,
    asked: AskedMatter & { readonly itemKey?: string },
  ): Promise<CurrentEdition | undefined>;
  /** The same by 实施编码 (31 characters) or 业务办理项编码 (33, with its item). */
  findByCode(db: Db, asked: AskedCode): Promise<CurrentEdition | undefined>;
  /** An edition of a bundle with its members as they are in force on the day. Refuses with `request/not-found`. */
  getBundle(
    db: Db,
    asked: { readonly centreId: number; readonly editionId: string; readonly on: Day },
  ): Promise<BundleInForce>;
  findCurrentBundle(db: Db, asked: AskedMatter): Promise<BundleInForce | undefined>;
  /** All matters in force on a day. */
  listInForce(
    db: Db,
    asked: { readonly centreId: number; readonly on: Day },
  ): Promise<CurrentEdition[]>;
}

export const isBundle = (content: FixedEdition['content']): content is BundleContent =>
  'members' in content;

export function createMattersApi(editions: EditionCache): MattersApi {
  const findCurrent: MattersApi['findCurrent'] = async (
    db,
    { centreId, matterId, on, itemKey },
  ) => {
    const found = await findInForce(db, centreId, matterId, on);
    if (found === undefined) return undefined;
    return toCurrent(found, await editions.find(db, centreId, found.edition_id), (item) =>
      itemKey === undefined ? false : item.key === itemKey,
    );
  };
  const toBundle = async (
    db: Db,
    centreId: number,
    edition: FixedEdition | undefined,
    on: Day,
  ): Promise<BundleInForce | undefined> => {
    if (edition === undefined || !isBundle(edition.content)) return undefined;
    const { matterId, editionId, number, content } = edition;
    const members = await findMembers(db, editions, { centreId, on }, content);
    return { matterId, editionId, number, content, members };
  };
  return {
    getItem: async (db, { centreId, editionId, itemKey }) => {
      const edition = await editions.find(db, centreId, editionId);
      const content = edition?.content;
      const matter = content !== undefined && !isBundle(content) ? content : undefined;
      const item = orNotFound(matter?.items.find(({ key }) => key === itemKey));
      return { ...orNotFound(edition), content: orNotFound(matter), item };
    },
    findCurrent,
    findByCode: async (db, { centreId, code, on }) => {
      const [matter] = await listByCode(db, centreId, [code.slice(0, 31)]);
      if (matter === undefined || matter.kind !== 'matter') return undefined;
      const found = await findInForce(db, centreId, matter.matter_id, on);
      if (found === undefined) return undefined;
      return toCurrent(
        found,
        await editions.find(db, centreId, found.edition_id),
        (item) => item.code === code,
      );
    },
    getBundle: async (db, { centreId, editionId, on }) =>
      orNotFound(await toBundle(db, centreId, await editions.find(db, centreId, editionId), on)),
    findCurrentBundle: async (db, { centreId, matterId, on }) => {
      const found = await findInForce(db, centreId, matterId, on);
      if (found === undefined) return undefined;
      return toBundle(db, centreId, await editions.find(db, centreId, found.edition_id), on);
    },
    listInForce: async (db, { centreId, on }) => {
      const found = (await listInForce(db, centreId, on)).filter(({ kind }) => kind === 'matter');
      const all = await Promise.all(
        found.map(async (one) =>
          toCurrent(one, await editions.find(db, centreId, one.edition_id), () => false),
        ),
      );
      return all.filter((one) => one !== undefined);
    },
  };
}

function toCurrent(
  found: InForce,
  edition: FixedEdition | undefined,
  isAsked: (item: HandlingItem) => boolean,
): CurrentEdition | undefined {
  if (edition === undefined || isBundle(edition.content)) return undefined;
  const { matterId, editionId, number, content } = edition;
  const item = content.items.find(isAsked);
  return {
    matterId,
    editionId,
    number,
    validFrom: found.valid_from,
    validUntil: found.valid_until,
    content,
    ...(item === undefined ? {} : { item }),
  };
}

import { may } from '#kernel/access/authorise.ts';
import type { Actor, Target } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { parseDivision } from '#kernel/ids/division.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import { permissions, type Town } from '../contract.ts';
import type { PremisesDeps } from './deps.ts';

/** The towns of a centre: where it has sites, called by the town and not by what the site is. */
export interface Towns {
  readonly all: readonly Town[];
  readonly find: (code: string) => Town;
  readonly isTown: (code: string) => boolean;
  /** The sites that serve a town. */
  readonly sitesOf: (code: string) => readonly string[];
  /** Codes of the towns that these sites serve. */
  readonly codesOf: (siteIds: readonly string[]) => readonly string[];
}

const SITE_WORDS = /(?:社区事务受理|企业|便民)?服务(?:中心|站)$/u;
const SITE_WORDS_EN = / (?:Community Affairs|Business) Service (?:Centre|Station)$/u;

export async function loadTowns(
  { organisation }: PremisesDeps,
  db: Db,
  centreId: number,
): Promise<Towns> {
  return toTowns(await organisation.loadDirectory(db, centreId));
}

export function toTowns({ sites }: Pick<Directory, 'sites'>): Towns {
  const byCode = new Map<string, { town: Town; siteIds: string[] }>();
  for (const { id, divisionCode, nameZh, nameEn } of sites.all) {
    const division = parseDivision(divisionCode);
    if (!division.ok || division.value.level !== 'town') continue;
    const { code } = division.value;
    const known = byCode.get(code);
    if (known !== undefined) {
      known.siteIds.push(id);
      continue;
    }
    const name = { 'zh-CN': nameZh.replace(SITE_WORDS, ''), en: nameEn.replace(SITE_WORDS_EN, '') };
    byCode.set(code, { town: { code, name }, siteIds: [id] });
  }
  return {
    all: [...byCode.values()].map(({ town }) => town),
    find: (code) => byCode.get(code)?.town ?? { code, name: { 'zh-CN': code, en: code } },
    isTown: (code) => byCode.has(code),
    sitesOf: (code) => byCode.get(code)?.siteIds ?? [],
    codesOf: (siteIds) =>
      [...byCode.values()]
        .filter((one) => one.siteIds.some((id) => siteIds.includes(id)))
        .map(({ town }) => town.code),
  };
}

/** Whether the actor checks for the town in which something lies. */
export function mayCheckFor(actor: Actor, towns: Towns, town: string): boolean {
  const targets: readonly Target[] = [{}, ...towns.sitesOf(town).map((siteId) => ({ siteId }))];
  return targets.some((target) => may(actor, permissions.check.name, target));
}

import { useMemo } from 'react';

import { parseDivision } from '#kernel/ids/division.ts';
import { routes } from '#modules/registry/organisation/contract.ts';
import { useCall } from '#web/client/index.ts';

import type { Town } from './surroundings.ts';

const HOUR = 3_600_000;

/** The towns in which the centre has a site, by the name of the town. */
export function useTowns(): readonly Town[] {
  const { data } = useCall(routes.listPublicSites, {}, { freshMs: HOUR, asksToSignIn: false });
  return useMemo(() => {
    const towns = new Map<string, Town>();
    for (const { divisionCode, nameZh, nameEn } of data?.items ?? []) {
      const division = parseDivision(divisionCode);
      if (!division.ok || division.value.level !== 'town' || towns.has(divisionCode)) continue;
      towns.set(divisionCode, { code: divisionCode, ...toTownName(nameZh, nameEn) });
    }
    return [...towns.values()];
  }, [data]);
}

/** A site of a town is called by the town and what it is. */
export function toTownName(nameZh: string, nameEn: string) {
  return {
    nameZh: nameZh.replace(/(?:社区事务受理|企业|便民)?服务(?:中心|站)$/u, ''),
    nameEn: nameEn.replace(/ (?:Community Affairs |Business )?Service (?:Centre|Station)$/u, ''),
  };
}

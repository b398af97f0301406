import { useMemo } from 'react';

import { routes as organisation } from '#modules/registry/organisation/contract.ts';
import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/staff/index.ts';

/** Places of the centre as options of a choice; closed ones are not offered. */
export function usePlaces(siteId?: string) {
  const { language } = useLanguage();
  const { data } = useCall(organisation.getDirectory);
  const windows = useCall(
    organisation.listWindows,
    { query: { limit: 500, ...(siteId === undefined ? {} : { siteId }) } },
    { enabled: siteId !== undefined },
  );
  return useMemo(() => {
    const nameOf = (one: { nameZh: string; nameEn: string }) =>
      language === 'en' ? one.nameEn || one.nameZh : one.nameZh;
    const toOption = (one: { id: string; nameZh: string; nameEn: string }) => ({
      value: one.id,
      label: nameOf(one),
    });
    const open = <T extends { isClosed: boolean }>(all: readonly T[] = []) =>
      all.filter((one) => !one.isClosed);
    const sites = open(data?.sites);
    return {
      siteOptions: sites.map(toOption),
      zoneOptions: open(data?.zones)
        .filter((zone) => zone.siteId === siteId)
        .map(toOption),
      departmentOptions: open(data?.departments).map(toOption),
      windowOptions: (windows.data?.items ?? []).map((one) => ({
        value: one.id,
        label: `${one.number} ${nameOf(one)}`,
      })),
      firstSiteId: (sites.find((site) => site.kind === 'district-hall') ?? sites[0])?.id,
    };
  }, [data, windows.data, language, siteId]);
}

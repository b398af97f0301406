import { useMemo } from 'react';

import {
  type DirectoryView,
  routes as organisation,
} from '#modules/registry/organisation/contract.ts';
import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';

import { routes } from '../../contract.ts';

const EMPTY: DirectoryView = { sites: [], zones: [], departments: [], offices: [] };

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The name of a record in the language of the page. */
export function useNameOf(): (named: Named | null | undefined) => string {
  const { language } = useLanguage();
  return (named) => (language === 'en' ? named?.nameEn || named?.nameZh : named?.nameZh) ?? '';
}

/** Places and bodies of the centre, as options of a choice; closed ones are not offered. */
export function usePlaces() {
  const { data = EMPTY } = useCall(organisation.getDirectory);
  const nameOf = useNameOf();
  return useMemo(() => {
    const toOptions = (all: ReadonlyArray<Named & { id: string; isClosed: boolean }>) =>
      all.filter((one) => !one.isClosed).map((one) => ({ value: one.id, label: nameOf(one) }));
    return {
      siteOptions: toOptions(data.sites),
      officeOptions: toOptions(data.offices),
      departmentOptions: toOptions(data.departments),
      /** The site that pages begin with: the hall of the district, else the first. */
      firstSiteId: (data.sites.find((site) => site.kind === 'district-hall') ?? data.sites[0])?.id,
    };
  }, [data, nameOf]);
}

/** Posts as options of a choice. */
export function usePostOptions() {
  const { data } = useCall(routes.listPosts);
  const nameOf = useNameOf();
  return (data?.items ?? []).map((post) => ({ value: post.code, label: nameOf(post) }));
}

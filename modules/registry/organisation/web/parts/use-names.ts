import { useMemo } from 'react';

import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';

import { type DirectoryView, routes } from '../../contract.ts';

interface Named {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly isClosed: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

const EMPTY: DirectoryView = { sites: [], zones: [], departments: [], offices: [] };

/** The name of a record in the language of the page. */
export function useNameOf(): (
  named: { readonly nameZh: string; readonly nameEn: string } | undefined,
) => string {
  const { language } = useLanguage();
  return (named) => (language === 'zh-CN' ? named?.nameZh : named?.nameEn) ?? '';
}

/** Places and bodies of the centre by id, and as options of a choice; closed ones are not offered. */
export function useNames() {
  const { data = EMPTY } = useCall(routes.getDirectory);
  const { language } = useLanguage();
  return useMemo(() => {
    const nameOf = (named: Named) => (language === 'zh-CN' ? named.nameZh : named.nameEn);
    const names = new Map(
      [...data.sites, ...data.zones, ...data.departments, ...data.offices].map((named) => [
        named.id,
        nameOf(named),
      ]),
    );
    const toOptions = (all: readonly Named[]): Option[] =>
      all
        .filter((named) => !named.isClosed)
        .map((named) => ({ value: named.id, label: nameOf(named) }));
    return {
      ...data,
      name: (id: string | null) => (id === null ? '' : (names.get(id) ?? '')),
      short: (id: string) => {
        const department = data.departments.find((one) => one.id === id);
        return (language === 'zh-CN' ? department?.shortZh : department?.nameEn) ?? '';
      },
      siteOptions: toOptions(data.sites),
      departmentOptions: toOptions(data.departments),
      zoneOptions: (siteId: string | undefined) =>
        toOptions(data.zones.filter((zone) => siteId === undefined || zone.siteId === siteId)),
    };
  }, [data, language]);
}

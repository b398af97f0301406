import { useMemo } from 'react';

import { routes } from '#modules/registry/organisation/contract.ts';
import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';

/** Departments by their code, which mandates name, and as options of a choice. */
export function useDepartments() {
  const { language } = useLanguage();
  const { data } = useCall(routes.getDirectory, undefined, { freshMs: 300_000 });
  return useMemo(() => {
    const all = data?.departments ?? [];
    const names = new Map(
      all.map((one) => [one.code, language === 'zh-CN' ? one.nameZh : one.nameEn]),
    );
    return {
      nameOf: (code: string) => names.get(code) ?? code,
      options: all
        .filter((one) => !one.isClosed)
        .map((one) => ({ value: one.code, label: names.get(one.code) ?? one.code })),
    };
  }, [data, language]);
}

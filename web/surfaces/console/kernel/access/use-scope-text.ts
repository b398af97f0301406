import type { RoleGrant } from '#kernel/access/contract-role.ts';
import { routes as organisation } from '#modules/registry/organisation/contract.ts';

import { useCall } from '../../../../client/index.ts';
import { useLanguage } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { levelWords } from './names.ts';

interface Named {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The places by which a scope can be narrowed, and how a scope is said: `Department: Market Regulation`. */
export function useScopes() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const directory = useCall(organisation.getDirectory, undefined, { freshMs: 300_000 });
  const nameOf = ({ nameZh, nameEn }: Named) => (language === 'zh-CN' ? nameZh : nameEn);
  const lists: Readonly<Record<string, readonly Named[]>> = {
    site: directory.data?.sites ?? [],
    department: directory.data?.departments ?? [],
  };
  return {
    optionsOf: (level: string) =>
      (lists[level] ?? []).map((one) => ({ value: one.id, label: nameOf(one) })),
    say: (scope: RoleGrant['scope']) => {
      const level = t(levelWords[scope.level]);
      if (!('id' in scope)) return level;
      const found = lists[scope.level]?.find((one) => one.id === scope.id);
      return t('scopeAt', { level, place: found ? nameOf(found) : scope.id });
    },
  };
}

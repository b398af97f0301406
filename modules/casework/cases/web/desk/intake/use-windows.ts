import { useState } from 'react';

import { routes as organisation } from '#modules/registry/organisation/contract.ts';
import {
  permissions as staffPermissions,
  routes as staff,
} from '#modules/registry/staff/contract.ts';
import { useCall, useMay, useSession } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { readSetting, writeSetting } from '#web/kit/settings.ts';

import { permissions } from '../../../contract.ts';

const SETTING = 'cases.window';
const FRESH_MS = 300_000;

/** At which window one takes in: where one is stationed today, else where one did last on this machine. */
export function useWindows() {
  const { language } = useLanguage();
  const may = useMay();
  const { actor } = useSession().session;
  const scopes = actor.permissions
    .filter(({ permission }) => permission === permissions.intake.name)
    .map(({ scope }) => scope);
  const granted = scopes.flatMap((scope) => (scope.level === 'window' ? [scope.id] : []));
  const own = useCall(staff.getOwnRecord, undefined, {
    freshMs: FRESH_MS,
    enabled: may(staffPermissions.viewOwn),
  });
  const all = useCall(organisation.listWindows, { query: { limit: 500 } }, { freshMs: FRESH_MS });
  const stationed = own.data?.windows ?? [];
  const [kept, setKept] = useState(() => readSetting(SETTING));
  const isBound = granted.length > 0 && scopes.every(({ level }) => level === 'window');
  const listed = (all.data?.items ?? []).map((one) => ({
    id: one.id,
    number: one.number,
    name: language === 'zh-CN' ? one.nameZh : one.nameEn,
  }));
  const known =
    listed.length > 0
      ? listed
      : stationed.map((one) => ({ id: one.windowId, number: one.windowNumber, name: '' }));
  const windows = known.filter(({ id }) => !isBound || granted.includes(id));
  const wanted = [stationed[0]?.windowId, kept, granted[0]];
  const chosen =
    windows.find(({ id }) => id === kept && stationed.some(({ windowId }) => windowId === id)) ??
    windows.find(({ id }) => wanted.includes(id));
  return {
    windows,
    windowId: chosen?.id ?? (isBound ? granted[0] : undefined),
    isLoading: all.isPending,
    choose: (id: string) => {
      writeSetting(SETTING, id);
      setKept(id);
    },
  };
}

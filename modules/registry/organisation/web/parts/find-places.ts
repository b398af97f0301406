import { call } from '#web/client/index.ts';
import { currentLanguage } from '#web/kit/language.tsx';
import type { SearchHit } from '#web/kit/search.ts';

import { routes } from '../../contract.ts';

const SHOWN = 5;

const sayName = (row: { readonly nameZh: string; readonly nameEn: string }) =>
  currentLanguage() === 'en' ? row.nameEn || row.nameZh : row.nameZh;

const asked = (text: string, signal: AbortSignal) => ({
  query: { search: text, limit: SHOWN },
  signal,
});

/** The first few of each register for the search box: found by name, pinyin, initials, code or number. */
export const finders = {
  windows: async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
    const { items } = await call(routes.listWindows, asked(text, signal));
    return items.map((row) => ({
      id: row.id,
      title: sayName(row),
      detail: String(row.number),
      to: '/organisation/hall',
      search: { site: row.siteId, window: row.id },
    }));
  },
  departments: async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
    const { items } = await call(routes.listDepartments, asked(text, signal));
    return items.map((row) => ({
      id: row.id,
      title: sayName(row),
      detail: row.code,
      to: '/organisation/departments',
      search: { search: row.code },
    }));
  },
  sites: async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
    const { items } = await call(routes.listSites, asked(text, signal));
    return items.map((row) => ({
      id: row.id,
      title: sayName(row),
      detail: row.address,
      to: '/organisation/sites',
      search: { search: row.code },
    }));
  },
  zones: async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
    const { items } = await call(routes.listZones, asked(text, signal));
    return items.map((row) => ({
      id: row.id,
      title: sayName(row),
      detail: row.code,
      to: '/organisation/hall',
      search: { site: row.siteId, floor: String(row.floor) },
    }));
  },
};

import { call } from '#web/client/index.ts';
import { currentLanguage } from '#web/kit/language.tsx';
import type { SearchHit } from '#web/kit/search.ts';

import { routes } from '../../contract.ts';

const SHOWN = 6;

/** The first few devices for the search box: found by asset number, serial number, kind, or window. */
export async function findDevices(
  text: string,
  signal: AbortSignal,
): Promise<readonly SearchHit[]> {
  const { items } = await call(routes.listDevices, {
    query: { search: text, limit: SHOWN },
    signal,
  });
  const isEnglish = currentLanguage() === 'en';
  return items.map((device) => ({
    id: device.id,
    title: `${device.assetNo} ${isEnglish ? device.kindNameEn : device.kindNameZh}`,
    detail: isEnglish ? device.siteNameEn : device.siteNameZh,
    to: '/devices',
    search: { search: device.assetNo },
  }));
}

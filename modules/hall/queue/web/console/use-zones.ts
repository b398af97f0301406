import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/staff/index.ts';

import { routes } from '../../contract.ts';

/** Zones of a site that have windows, to choose among. */
export function useZones(siteId: string) {
  const { language } = useLanguage();
  const hall = useCall(routes.showHall, { query: { siteId } }, { freshMs: 300_000 });
  return (hall.data?.zones ?? []).map((zone) => ({
    value: zone.id,
    label: language === 'en' ? zone.nameEn : zone.nameZh,
  }));
}

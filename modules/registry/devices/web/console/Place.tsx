import { useWords } from '#web/kit/words.ts';

import type { Device } from '../../contract.ts';
import { messages } from '../messages.ts';

/** Site, zone and window in one line. */
export function Place({ device }: { readonly device: Device }) {
  const t = useWords(messages);
  const isEnglish = t.language === 'en';
  return [
    isEnglish ? device.siteNameEn : device.siteNameZh,
    isEnglish ? device.zoneNameEn : device.zoneNameZh,
    device.windowNumber === null ? '' : t('window', { number: device.windowNumber }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

import { useTime } from '#web/devices/frame/index.ts';
import { useElder } from '#web/kit/elder.tsx';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import type { DeviceHall } from '../../contract.ts';
import { messages } from './messages.ts';

/** Name of the site and the time of the centre; for pages that people touch, language and size of the text. */
export function HallHeader({
  hall,
  isTouched = true,
}: {
  readonly hall: DeviceHall | undefined;
  readonly isTouched?: boolean;
}) {
  const t = useWords(messages);
  const { language, setLanguage } = useLanguage();
  const { isElder, setElder } = useElder();
  const time = useTime();
  const site = language === 'en' ? hall?.siteNameEn : hall?.siteNameZh;
  return (
    <header className="ow-hall-header">
      <p className="ow-hall-site">{site}</p>
      <p className="ow-hall-time">
        <span>{sayDay(time, language)}</span> <strong>{sayTime(time)}</strong>
      </p>
      {isTouched ? (
        <div className="ow-hall-tools">
          <button type="button" onClick={() => setElder(!isElder)}>
            {t(isElder ? 'elderOff' : 'elder')}
          </button>
          <button
            type="button"
            lang={language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
          >
            {t('language')}
          </button>
        </div>
      ) : null}
    </header>
  );
}

const ZONE = 'Asia/Shanghai';

/** `09:05`, the time of the centre. */
export function sayTime(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  }).format(at);
}

function sayDay(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    timeZone: ZONE,
  }).format(at);
}

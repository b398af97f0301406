import { useEffect, useState } from 'react';

import { useTime } from '#web/devices/frame/index.ts';
import { useWords } from '#web/kit/words.ts';

import { isShownAt, type ShownNotice } from '../../../contract.ts';
import { sayTime } from '../HallHeader.tsx';
import { messages } from '../messages.ts';

const TURN_MS = 8000;

/** The notices of this moment, one at a time and each long enough to be read; nothing moves across the screen. */
export function NoticeStrip({ notices }: { readonly notices: readonly ShownNotice[] }) {
  const t = useWords(messages);
  const now = useTime();
  const time = sayTime(now);
  const shown = notices.filter((notice) => isShownAt(notice, now, time));
  const turn = useTurn(shown.length);
  const notice = shown[turn];
  if (notice === undefined) return null;
  const [first, second] =
    t.language === 'en' ? [notice.textEn, notice.textZh] : [notice.textZh, notice.textEn];
  return (
    <section className="ow-display-notice" data-urgent={notice.isUrgent} aria-label={t('notices')}>
      <p className="ow-display-notice-kind">{t(notice.isUrgent ? 'urgentNotice' : 'notices')}</p>
      <p className="ow-display-notice-text">
        {first}
        <small lang={t.language === 'en' ? 'zh-CN' : 'en'}>{second}</small>
      </p>
      {shown.length > 1 ? (
        <p className="ow-display-notice-count">
          {turn + 1}/{shown.length}
        </p>
      ) : null}
    </section>
  );
}

function useTurn(count: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (count < 2) return undefined;
    const timer = setInterval(() => setTurn((former) => former + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [count]);
  return count === 0 ? 0 : turn % count;
}

import { DeviceFrame, OldNotice, useDevice } from '#web/devices/frame/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { DeviceHall, WindowNow } from '../../contract.ts';
import { sayTime } from './HallHeader.tsx';
import { messages } from './messages.ts';
import { useHall } from './use-hall.ts';

import './hall.css';
import './plate.css';

/** 窗口屏: the number at this window, or why there is none. */
export function PlatePage() {
  return (
    <DeviceFrame kinds={['window-screen']}>
      <Plate />
    </DeviceFrame>
  );
}

function Plate() {
  const t = useWords(messages);
  const { self } = useDevice();
  const kept = useHall();
  const hall = kept.value;
  const window = hall?.windows.find(({ id }) => id === (hall.ownWindowId ?? self.windowId));
  const number = window?.number ?? self.windowNumber;
  return (
    <main className="ow-plate" data-state={window?.state ?? 'offline'} aria-busy={!hall}>
      <h1>{number === null ? t('plateTitle') : t('windowOf', { number })}</h1>
      {window === undefined || hall === undefined ? null : <Present window={window} hall={hall} />}
      <OldNotice kept={kept} />
    </main>
  );
}

function Present({ window, hall }: { readonly window: WindowNow; readonly hall: DeviceHall }) {
  const t = useWords(messages);
  const isEnglish = t.language === 'en';
  const covered = window.coveredBy === null ? '' : t('coveredBy', { number: window.coveredBy });
  const services = hall.businesses
    .filter(({ id }) => window.businessIds.includes(id))
    .map((business) => (isEnglish ? business.nameEn : business.nameZh));
  return (
    <>
      <p className="ow-plate-number">{window.ticketNumber ?? <StateWords window={window} />}</p>
      <p className="ow-plate-state">
        {window.ticketNumber === null
          ? [window.pauseReason, covered].filter((text) => text !== '').join(' · ')
          : t(window.state === 'serving' ? 'serving' : 'calling')}
        {window.state === 'paused' && window.pausedUntil !== null
          ? ` ${t('pausedUntil', { time: sayTime(new Date(window.pausedUntil)) })}`
          : ''}
      </p>
      <p className="ow-plate-services">{services.join(isEnglish ? ', ' : '、')}</p>
    </>
  );
}

function StateWords({ window }: { readonly window: WindowNow }) {
  const t = useWords(messages);
  switch (window.state) {
    case 'paused':
      return t('paused');
    case 'closed':
      return t('closed');
    case 'offline':
      return t('offlineWindow');
    case 'idle':
    case 'calling':
    case 'serving':
      return t('idle');
  }
}

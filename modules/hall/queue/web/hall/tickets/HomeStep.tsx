import { useMemo, useState } from 'react';

import type { ReaderState } from '#web/devices/cards/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { BusinessNow, DeviceHall } from '../../../contract.ts';
import { findBusinesses } from '../find-business.ts';
import { messages, type SayHall } from '../messages.ts';
import { LetterKeys } from './LetterKeys.tsx';

interface HomeStepProps {
  readonly hall: DeviceHall;
  readonly reader: ReaderState;
  readonly onChoose: (businessId: string) => void;
}

/** Every service that tickets are drawn for, and the ways in by card, code and letters. */
export function HomeStep({ hall, reader, onChoose }: HomeStepProps) {
  const t = useWords(messages);
  const [letters, setLetters] = useState('');
  const found = useMemo(() => findBusinesses(hall.businesses, letters), [hall.businesses, letters]);
  return (
    <>
      <div className="ow-tickets-ports" data-reader={reader}>
        <PortPicture />
        <p>{t(reader === 'no-reader' ? 'noReader' : 'ports')}</p>
      </div>
      <h1>{t('ticketTitle')}</h1>
      {found.length === 0 ? <p>{t('searchNone')}</p> : null}
      <ul className="ow-tickets-list">
        {found.map((business) => (
          <li key={business.id}>
            <BusinessButton business={business} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <LetterKeys letters={letters} onChange={setLetters} />
    </>
  );
}

function BusinessButton({
  business,
  onChoose,
}: {
  readonly business: BusinessNow;
  readonly onChoose: (businessId: string) => void;
}) {
  const t = useWords(messages);
  const isEnglish = t.language === 'en';
  const { notTaking } = business;
  return (
    <button
      type="button"
      className="ow-tickets-business"
      disabled={notTaking !== null}
      onClick={() => onChoose(business.id)}
    >
      <span className="ow-tickets-letter" aria-hidden="true">
        {business.letter}
      </span>
      <span className="ow-tickets-words">
        <strong>{isEnglish ? business.nameEn : business.nameZh}</strong>
        <span>{isEnglish ? business.hintEn : business.hintZh}</span>
        <span>
          {t('floor', { floor: business.floor })} ·{' '}
          {isEnglish ? business.zoneNameEn : business.zoneNameZh}
        </span>
      </span>
      <span className="ow-tickets-wait">
        {notTaking === null ? (
          <>
            <strong>{t('waiting', { count: business.waiting })}</strong>
            <span>
              {business.openWindows === 0
                ? t('noWindowNow')
                : t('minutes', { count: Math.round(business.forecast.minutes) })}
            </span>
          </>
        ) : (
          <span>{sayNotTaking(t, business)}</span>
        )}
      </span>
    </button>
  );
}

/** Why no ticket is given, with the hours when that is the reason. */
function sayNotTaking(t: SayHall, business: BusinessNow): string {
  switch (business.notTaking) {
    case null:
    case 'closed':
      return t('notTakingClosed');
    case 'full':
      return t('notTakingFull');
    case 'no-window':
      return t('notTakingNoWindow');
    case 'outside-hours':
      return business.opensAt === null || business.closesAt === null
        ? t('notTakingClosed')
        : t('notTakingHours', { from: business.opensAt, to: business.closesAt });
  }
}

function PortPicture() {
  return (
    <svg viewBox="0 0 96 56" width="144" height="84" aria-hidden="true">
      <rect
        x="2"
        y="6"
        width="56"
        height="36"
        rx="5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
      />
      <circle cx="17" cy="20" r="6" fill="currentColor" />
      <path
        d="M8 35c1-7 17-7 18 0M33 17h18M33 25h18M33 33h12"
        stroke="currentColor"
        strokeWidth="3"
        fill="none"
      />
      <path
        d="M68 10h10v10H68zM84 10h10v10H84zM68 28h10v10H68zM84 28h4v4h-4zM90 34h4v4h-4z"
        fill="currentColor"
      />
    </svg>
  );
}

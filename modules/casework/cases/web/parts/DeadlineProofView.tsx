import { useState } from 'react';

import { useLimitWords } from '#modules/casework/matters/web/parts.ts';
import { Notice, StatusTag } from '#web/kit/common/index.ts';
import { formatDay, formatNearDay } from '#web/kit/format.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import type { DeadlineProof } from '../../contract.ts';
import { messages } from './messages.ts';

import './parts.css';

type ProvenLimit = DeadlineProof['limits'][number];
type ProvenDay = ProvenLimit['days'][number];

/** Each limit of a case day by day: which counted, which did not, and why. */
export function DeadlineProofView({ proof }: { readonly proof: DeadlineProof }) {
  const t = useWords(messages);
  if (proof.limits.length === 0) return <p>{t('proofNone')}</p>;
  return (
    <div className="ow-case-proof">
      {proof.missingYears.length === 0 ? null : (
        <Notice
          tone="warn"
          title={t('missingYears', { years: proof.missingYears.map(String).join(' / ') })}
        />
      )}
      {proof.limits.toReversed().map((limit) => (
        <OneLimit key={limit.name} limit={limit} today={proof.today} />
      ))}
    </div>
  );
}

const SHOWN = 42;

function OneLimit({ limit, today }: { readonly limit: ProvenLimit; readonly today: string }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const sayLimit = useLimitWords();
  const [isWhole, setWhole] = useState(false);
  const days = isWhole ? limit.days : limit.days.slice(0, SHOWN);
  const facts = [
    t('proofStarts', { day: formatDay(limit.startsOn, language), limit: sayLimit(limit.limit) }),
    limit.extensionDays > 0 ? t('proofExtended', { count: limit.extensionDays }) : '',
    t('proofDue', { day: formatDay(limit.dueOn, language, true) }),
  ];
  return (
    <section className="ow-case-limit">
      <header>
        <h3>{t(`limit.${limit.name}`)}</h3>
        <LimitState limit={limit} />
      </header>
      <p>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {limit.provisional ? <p className="ow-case-quiet">{t('provisional')}</p> : null}
      <ol className="ow-case-days">
        {days.map((day) => (
          <OneDay
            key={day.day}
            day={day}
            isToday={day.day === today}
            isDue={day.day === limit.dueOn}
          />
        ))}
      </ol>
      {limit.days.length > SHOWN ? (
        <button
          type="button"
          className="ow-button"
          data-look="quiet"
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('proofShowLess') : t('proofShowAll', { count: limit.days.length })}
        </button>
      ) : null}
    </section>
  );
}

function LimitState({ limit }: { readonly limit: ProvenLimit }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  if (limit.isMissed) return <StatusTag tone="bad">{t('proofMissed')}</StatusTag>;
  if (limit.metOn === null) return <StatusTag tone="busy">{t('proofRuns')}</StatusTag>;
  return (
    <StatusTag tone="good">{t('proofMet', { day: formatDay(limit.metOn, language) })}</StatusTag>
  );
}

interface OneDayProps {
  readonly day: ProvenDay;
  readonly isToday: boolean;
  readonly isDue: boolean;
}

function OneDay({ day, isToday, isDue }: OneDayProps) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const counts = day.ordinal !== null;
  const kind = day.holiday === null ? t(`day.${day.kind}`) : say(day.holiday);
  const why = day.specialIds.length > 0 ? t('day.excluded') : kind;
  return (
    <li
      data-counts={counts ? 'yes' : 'no'}
      data-due={isDue ? 'yes' : 'no'}
      data-today={isToday ? 'yes' : 'no'}
    >
      <time dateTime={day.day}>{formatNearDay(day.day, language)}</time>
      <strong aria-hidden="true">{day.ordinal ?? '×'}</strong>
      <span className="ow-only-read">
        {day.ordinal === null ? t('dayNot') : t('dayCounted', { count: day.ordinal })}
      </span>
      <small>{why}</small>
    </li>
  );
}

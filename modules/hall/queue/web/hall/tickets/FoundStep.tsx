import { maskName } from '#kernel/crypto/mask.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';
import type { Machine, Step } from './use-machine.ts';

interface FoundStepProps {
  readonly step: Extract<Step, { kind: 'found' }>;
  readonly machine: Machine;
}

/** What the card or the code led to: appointments to check in, tickets of today to print again. */
export function FoundStep({ step, machine }: FoundStepProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const isEnglish = t.language === 'en';
  const holder = step.card ? maskName(step.card.name) : (step.bookings[0]?.holder ?? '');
  const isNothing = step.bookings.length === 0 && step.slips.length === 0;
  return (
    <section className="ow-tickets-take">
      <h1>{holder === '' ? t('bookings') : t('cardTitle', { holder })}</h1>
      {isNothing ? <p>{t('nothingFound')}</p> : null}
      {step.bookings.length === 0 ? null : (
        <>
          <h2>{t('bookings')}</h2>
          <ul className="ow-tickets-found">
            {step.bookings.map((booking) => (
              <li key={booking.id}>
                <span>
                  <strong>
                    {booking.from}–{booking.to} {say(booking.group)}
                  </strong>
                  {booking.blocked === null ? null : <em>{booking.blocked}</em>}
                </span>
                <button
                  type="button"
                  className="ow-hall-button"
                  data-main
                  disabled={booking.blocked !== null || machine.isBusy}
                  onClick={() => machine.checkIn(booking.id)}
                >
                  {booking.ticketNo === null
                    ? t('checkIn')
                    : t('checkedIn', { ticket: booking.ticketNo })}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {step.slips.length === 0 ? null : (
        <>
          <h2>{t('openTickets')}</h2>
          <ul className="ow-tickets-found">
            {step.slips.map((slip) => (
              <li key={slip.ticketId}>
                <span>
                  <strong>{slip.number}</strong>{' '}
                  {isEnglish ? slip.businessNameEn : slip.businessNameZh}
                </span>
                <button
                  type="button"
                  className="ow-hall-button"
                  disabled={machine.isBusy}
                  onClick={() => machine.print(slip, slip.ticketId)}
                >
                  {t('reprint')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="ow-tickets-acts">
        <button
          type="button"
          className="ow-hall-button"
          onClick={() => machine.go({ kind: 'home' })}
        >
          {t('chooseBusiness')}
        </button>
      </div>
    </section>
  );
}

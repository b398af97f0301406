import { useCall } from '#web/client/index.ts';
import {
  ActionLink,
  EmptyState,
  formatDay,
  Notice,
  PublicPage,
  To,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnBooking, routes } from '../../contract.ts';
import { StateTag } from '../parts/StateTag.tsx';
import { BookingFacts, spaced } from './BookingPage.tsx';
import { messages } from './messages.ts';

import './appointments.css';

/** One's own appointments: those to come, and those that were. */
export function OwnPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const answer = useCall(routes.listOwnBookings);
  return (
    <PublicPage
      title={t('mine')}
      lead={t('mineLead')}
      actions={
        <ActionLink look="strong" to="/appointments">
          {t('newOne')}
        </ActionLink>
      }
    >
      <WithPublicAnswer answer={answer}>
        {({ items, ban }) => (
          <>
            {ban === null ? null : (
              <Notice tone="warn" title={t('banned', { day: formatDay(ban.until, language) })} />
            )}
            <Lists items={items} />
          </>
        )}
      </WithPublicAnswer>
    </PublicPage>
  );
}

function Lists({ items }: { readonly items: readonly OwnBooking[] }) {
  const t = useWords(messages);
  const open = items.filter(({ state }) => state === 'booked').toReversed();
  const past = items.filter(({ state }) => state !== 'booked');
  if (items.length === 0) return <EmptyState title={t('mineNone')} hint={t('mineNoneHint')} />;
  return (
    <>
      <Cards items={open} />
      {past.length === 0 ? null : (
        <details className="ow-appt-past">
          <summary>
            {t('past')} ({past.length})
          </summary>
          <Cards items={past} />
        </details>
      )}
    </>
  );
}

function Cards({ items }: { readonly items: readonly OwnBooking[] }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <ul className="ow-appt-own">
      {items.map((booking) => (
        <li key={booking.id} className="ow-card">
          <header>
            <h2>
              <To to={`/appointments/at/${booking.token}`}>{say(booking.group)}</To>
            </h2>
            <StateTag state={booking.state} isExcused={booking.isExcused} />
          </header>
          <BookingFacts booking={booking} />
          {booking.state === 'booked' ? (
            <p>
              {t('code')} <b>{spaced(booking.code)}</b>
            </p>
          ) : null}
          {booking.mayChange ? (
            <div className="ow-sheet-actions">
              <ActionLink look="strong" to={`/appointments/at/${booking.token}`}>
                {t('one')}
              </ActionLink>
              <ActionLink
                to={`/appointments/groups/${booking.groupId}`}
                search={{ move: booking.id }}
              >
                {t('change')}
              </ActionLink>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

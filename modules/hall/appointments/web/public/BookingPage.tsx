import { useState } from 'react';

import { useAct, useCall } from '#web/client/index.ts';
import {
  Action,
  Facts,
  formatDay,
  formatTime,
  ProblemNotice,
  PublicPage,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { Qr } from '#web/kit/Qr.tsx';
import { useWords } from '#web/kit/words.ts';

import { type OwnBooking, routes } from '../../contract.ts';
import { StateTag } from '../parts/StateTag.tsx';
import { messages } from './messages.ts';

import './appointments.css';

/** An appointment by its address: its QR code, and what may still be done. */
export function BookingPage() {
  const token = useParam('token');
  const answer = useCall(routes.getByToken, { params: { token } });
  return (
    <WithPublicAnswer answer={answer}>{(booking) => <Shown booking={booking} />}</WithPublicAnswer>
  );
}

function Shown({ booking }: { readonly booking: OwnBooking }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <PublicPage
      title={say(booking.group)}
      state={<StateTag state={booking.state} isExcused={booking.isExcused} />}
      crumbs={[{ title: t('title'), to: '/appointments' }]}
    >
      <div className="ow-appt-one ow-card">
        {booking.state === 'booked' ? (
          <figure>
            <Qr className="ow-appt-qr" content={booking.url} label={t('qr')} />
            <figcaption>
              {t('code')} <b>{spaced(booking.code)}</b>
            </figcaption>
          </figure>
        ) : null}
        <BookingFacts booking={booking} />
      </div>
      <Cancelling booking={booking} />
    </PublicPage>
  );
}

/** Four by four, as people read it aloud. */
export const spaced = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

export function BookingFacts({ booking }: { readonly booking: OwnBooking }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  const place = [say(booking.site), booking.zone === null ? '' : say(booking.zone)].join(' ');
  const facts = [
    {
      name: t('when'),
      value: `${formatDay(booking.day, language, true)} ${booking.from}–${booking.to}`,
    },
    { name: t('where'), value: place },
    ...(booking.matter === null ? [] : [{ name: t('matter'), value: say(booking.matter) }]),
    { name: t('holder'), value: booking.holder },
    ...(booking.ticketNo === null
      ? [
          {
            name: t('checkIn'),
            value: t('checkInValue', {
              from: formatTime(booking.checkInFrom, language),
              until: formatTime(booking.checkInUntil, language),
            }),
          },
        ]
      : [{ name: t('ticket'), value: booking.ticketNo }]),
    ...(booking.reason === '' ? [] : [{ name: t('reason'), value: booking.reason }]),
    ...(say(booking.hint) === '' ? [] : [{ name: t('bring'), value: say(booking.hint) }]),
  ];
  return <Facts facts={facts} />;
}

function Cancelling({ booking }: { readonly booking: OwnBooking }) {
  const t = useWords(messages);
  const [isSure, askSure] = useState(false);
  const cancel = useAct(routes.cancelByToken);
  const { token, version, mayChange, state } = booking;
  if (state !== 'booked') return null;
  const calendar = `/api/v1/public/appointments/bookings/${token}/calendar`;
  return (
    <>
      <ProblemNotice problem={cancel.error} />
      <div className="ow-sheet-actions">
        <a className="ow-button" data-look="plain" href={calendar} download>
          {t('calendar')}
        </a>
        {mayChange && !isSure ? (
          <Action look="quiet" onPress={() => askSure(true)}>
            {t('cancel')}
          </Action>
        ) : null}
      </div>
      {isSure ? (
        <div className="ow-appt-sure" role="alertdialog" aria-label={t('cancelSure')}>
          <p>{t('cancelSure')}</p>
          <Action
            look="strong"
            isBusy={cancel.isPending}
            onPress={() => cancel.mutate({ params: { token }, body: { version } })}
          >
            {t('cancel')}
          </Action>
          <Action onPress={() => askSure(false)}>{t('keep')}</Action>
        </div>
      ) : null}
      {mayChange ? null : <p>{t('tooLateToChange')}</p>}
    </>
  );
}

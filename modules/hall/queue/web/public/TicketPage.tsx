import { useState } from 'react';

import { useAct, useCall, useLive } from '#web/client/index.ts';
import {
  Action,
  Card,
  Facts,
  formatDay,
  formatTime,
  Notice,
  ProblemNotice,
  PublicPage,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { LIVE, type PhoneTicket, routes } from '../../contract.ts';
import { TicketTag } from '../parts/Tags.tsx';
import { messages } from './messages.ts';

import './queue.css';

/** One's own ticket on the phone: the place in line, when the turn will be, where to go. */
export function TicketPage() {
  const token = useParam('token');
  const answer = useCall(
    routes.showByToken,
    { params: { token } },
    { refreshMs: 15_000, freshMs: 1_000 },
  );
  const ticketId = answer.data?.ticketId;
  useLive(ticketId === undefined ? [] : [`${LIVE.ticket}/${ticketId}`]);
  return (
    <WithPublicAnswer answer={answer}>
      {(ticket) => <Whole ticket={ticket} token={token} />}
    </WithPublicAnswer>
  );
}

interface WholeProps {
  readonly ticket: PhoneTicket;
  readonly token: string;
}

function Whole({ ticket, token }: WholeProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const isEnglish = language === 'en';
  const zone = isEnglish ? ticket.zoneNameEn : ticket.zoneNameZh;
  return (
    <PublicPage
      title={t('ticket')}
      lead={isEnglish ? ticket.siteNameEn : ticket.siteNameZh}
      state={<TicketTag state={ticket.state} />}
    >
      <Card>
        <div aria-live="polite">
          <p className="ow-ticket-number">{ticket.number}</p>
          <Turn ticket={ticket} zone={zone} />
        </div>
      </Card>
      <Card>
        <Facts
          facts={[
            { name: t('line'), value: isEnglish ? ticket.businessNameEn : ticket.businessNameZh },
            { name: t('where'), value: t('place', { floor: ticket.floor, zone }) },
            { name: t('windows'), value: ticket.windowNumbers.join(', ') },
            { name: t('day'), value: formatDay(ticket.day, language) },
            { name: t('issued'), value: formatTime(ticket.issuedAt, language) },
          ]}
        />
        <p>{t('rules')}</p>
        {ticket.mayLeave ? <Leave token={token} /> : null}
      </Card>
    </PublicPage>
  );
}

function Turn({ ticket, zone }: { readonly ticket: PhoneTicket; readonly zone: string }) {
  const t = useWords(messages);
  switch (ticket.state) {
    case 'waiting':
      return (
        <>
          <p className="ow-ticket-big">{t('ahead', { count: ticket.ahead ?? 0 })}</p>
          {ticket.forecast === null ? null : (
            <p>{t('forecast', { minutes: ticket.forecast.minutes })}</p>
          )}
          {ticket.isSoon ? <Notice tone="warn" title={t('soon', { zone })} /> : null}
        </>
      );
    case 'called':
    case 'serving':
      return (
        <p className="ow-ticket-big">{t('yourTurn', { number: ticket.windowNumber ?? '' })}</p>
      );
    case 'held':
      return <p>{t('heldHint')}</p>;
    case 'missed':
      return <p>{t('missedHint')}</p>;
    case 'done':
      return <p>{t('doneHint')}</p>;
    case 'left':
      return <p>{t('leftHint')}</p>;
    case 'expired':
      return <p>{t('expiredHint')}</p>;
  }
}

function Leave({ token }: { readonly token: string }) {
  const t = useWords(messages);
  const [isAsked, setAsked] = useState(false);
  const leave = useAct(routes.leaveByToken);
  return (
    <>
      <ProblemNotice problem={leave.error} />
      {isAsked ? <p role="alert">{t('leaveSure')}</p> : null}
      <Action
        look="quiet"
        isBusy={leave.isPending}
        onPress={() => {
          if (isAsked) leave.mutate({ params: { token } });
          else setAsked(true);
        }}
      >
        {t('leave')}
      </Action>
    </>
  );
}

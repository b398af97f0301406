import { useCall } from '#web/client/index.ts';
import {
  Card,
  EmptyState,
  formatDay,
  PublicPage,
  To,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { TicketTag } from '../parts/Tags.tsx';
import { messages } from './messages.ts';

import './queue.css';

/** Tickets of whoever signed in. */
export function OwnTicketsPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const answer = useCall(routes.listOwnTickets, undefined, { refreshMs: 20_000 });
  return (
    <PublicPage title={t('own')}>
      <WithPublicAnswer answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noneYet')} hint={t('noneYetHint')} />
          ) : (
            <ul className="ow-queue-list">
              {items.map((ticket) => (
                <li key={ticket.ticketId}>
                  <Card>
                    <h2>
                      <To to={ticket.link}>{ticket.number}</To>
                    </h2>
                    <p>
                      {language === 'en' ? ticket.businessNameEn : ticket.businessNameZh} ·{' '}
                      {formatDay(ticket.day, language)}
                    </p>
                    <TicketTag state={ticket.state} />
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </WithPublicAnswer>
    </PublicPage>
  );
}

import { useCall } from '#web/client/index.ts';
import {
  Card,
  EmptyState,
  PublicPage,
  StatusTag,
  To,
  useLanguage,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';

import './queue.css';

/** Where one can queue, and how many do. */
export function QueuePage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const answer = useCall(routes.listPublicSites, undefined, { refreshMs: 30_000 });
  return (
    <PublicPage title={t('queue')} lead={t('queueLead')}>
      <WithPublicAnswer answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noSites')} />
          ) : (
            <ul className="ow-queue-list" aria-label={t('sites')}>
              {items
                .toSorted((one, other) => Number(other.isOpen) - Number(one.isOpen))
                .map((site) => (
                  <li key={site.id}>
                    <Card>
                      <h2>
                        <To to={`/queue/${site.id}`}>
                          {language === 'en' ? site.nameEn : site.nameZh}
                        </To>
                      </h2>
                      <p className="ow-queue-state">
                        <StatusTag tone={site.isOpen ? 'good' : 'idle'}>
                          {t(site.isOpen ? 'openNow' : 'closedNow')}
                        </StatusTag>
                        {(site.isOpen || site.waiting > 0) && (
                          <span>{t('waiting', { count: site.waiting })}</span>
                        )}
                      </p>
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

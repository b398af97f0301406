import { useCall } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { ActionLink, EmptyState, PublicPage, WithPublicAnswer } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { gradeWords, routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { ServiceFacts } from './RatePage.tsx';

/** 一事一评: what one was served and can rate, and what one said. */
export function OwnPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const answer = useCall(routes.listOwn);
  return (
    <PublicPage title={t('own')} lead={t('ownLead')}>
      <WithPublicAnswer answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('ownNone')} hint={t('ownNoneHint')} />
          ) : (
            <>
              {items.map((service) => (
                <div key={service.token}>
                  <ServiceFacts service={service} />
                  {service.given.map((one) => (
                    <p key={one.number}>{t('given', { grade: say(gradeWords[one.grade]) })}</p>
                  ))}
                  {service.may === 'nothing' ? null : (
                    <div className="ow-sheet-actions">
                      <ActionLink to={`/rate/${service.token}`}>
                        {t(service.may === 'add' ? 'add' : 'rate')}
                      </ActionLink>
                    </div>
                  )}
                </div>
              ))}
            </>
          )
        }
      </WithPublicAnswer>
    </PublicPage>
  );
}

import { routes } from '#modules/registry/organisation/contract.ts';

import { useCall } from '../../client/index.ts';
import { isInNavigation } from '../../kit/pages.ts';
import {
  EmptyState,
  PublicPage,
  To,
  useLanguage,
  WithPublicAnswer,
} from '../../kit/public/index.ts';
import { usePublicPages } from '../../kit/public/pages-context.ts';
import { useWords } from '../../kit/words.ts';
import { Hall } from './Hall.tsx';
import { messages } from './messages.ts';
import { OtherSites } from './OtherSites.tsx';

const REFRESH_MS = 60_000;

/** What a visitor can do today: where it is open, until when, and what can be done here. */
export function HomePage() {
  const t = useWords(messages);
  const answer = useCall(routes.listPublicSites, undefined, { refreshMs: REFRESH_MS });
  return (
    <PublicPage title={t('welcome')} lead={t('lead')}>
      <Services />
      <WithPublicAnswer answer={answer}>
        {({ items }) => {
          const main = items.find((site) => site.kind === 'district-hall') ?? items[0];
          if (!main) return <EmptyState title={t('noSites')} hint={t('noSitesHint')} />;
          return (
            <>
              <Hall site={main} />
              <OtherSites sites={items.filter((site) => site !== main)} />
            </>
          );
        }}
      </WithPublicAnswer>
    </PublicPage>
  );
}

function Services() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const pages = usePublicPages().filter(
    (page) => page.surface === 'public' && page.path !== '/' && page.hint && isInNavigation(page),
  );
  if (pages.length === 0) return null;
  return (
    <section className="ow-services">
      <h2>{t('services')}</h2>
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <To to={page.path}>
              <strong>{say(page.title)}</strong>
              {page.hint ? <span>{say(page.hint)}</span> : null}
            </To>
          </li>
        ))}
      </ul>
    </section>
  );
}

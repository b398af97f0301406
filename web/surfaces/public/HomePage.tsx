import { routes } from '#modules/registry/organisation/contract.ts';

import { useCall } from '../../client/index.ts';
import type { PageDefinition } from '../../kit/pages.ts';
import {
  EmptyState,
  PublicPage,
  To,
  useLanguage,
  usePagesAt,
  WithPublicAnswer,
} from '../../kit/public/index.ts';
import { useWords } from '../../kit/words.ts';
import { FindMatter } from './FindMatter.tsx';
import { Hall } from './Hall.tsx';
import { messages } from './messages.ts';
import { OtherSites } from './OtherSites.tsx';

const REFRESH_MS = 60_000;

/** What a visitor can do today: find a matter, what else can be done here, where it is open and until when. */
export function HomePage() {
  const t = useWords(messages);
  const answer = useCall(routes.listPublicSites, undefined, { refreshMs: REFRESH_MS });
  const toDo = usePagesAt('bar').filter(({ path }) => path !== '/');
  return (
    <PublicPage title={t('welcome')} lead={t('lead')}>
      <FindMatter />
      <Services title={t('services')} pages={toDo} />
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
      <Services title={t('openToAll')} pages={usePagesAt('open')} />
    </PublicPage>
  );
}

interface ServicesProps {
  readonly title: string;
  readonly pages: readonly PageDefinition[];
}

function Services({ title, pages }: ServicesProps) {
  const { say } = useLanguage();
  const described = pages.filter(({ hint }) => hint !== undefined);
  if (described.length === 0) return null;
  return (
    <section className="ow-services">
      <h2>{title}</h2>
      <ul>
        {described.map((page) => (
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

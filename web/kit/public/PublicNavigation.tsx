import { useRouterState } from '@tanstack/react-router';

import { useMay, useSession } from '../../client/session.tsx';
import { useLanguage } from '../language.tsx';
import {
  hasPageBelow,
  isInNavigation,
  type PageDefinition,
  permissionsOf,
  type PublicPlace,
  publicPlaceOf,
} from '../pages.ts';
import { To } from '../routing/index.ts';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';
import { usePublicPages } from './pages-context.ts';

/** Pages of a visitor’s navigation that stand there, in their order. */
export function usePagesAt(place: PublicPlace): readonly PageDefinition[] {
  const may = useMay();
  return usePublicPages()
    .filter((page) => page.surface === 'public' && isInNavigation(page))
    .filter((page) => publicPlaceOf(page) === place)
    .filter((page) => permissionsOf(page).length === 0 || permissionsOf(page).some(may))
    .toSorted((a, b) => (a.order ?? 100) - (b.order ?? 100));
}

/** What a visitor comes for, below the name of the centre; on pages of one’s own a second bar of these. */
export function PublicNavigation() {
  const t = useWords(messages);
  const bar = usePagesAt('bar');
  const own = usePagesAt('own');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { session } = useSession();
  const isOwn = path === '/me' || path.startsWith('/me/');
  return (
    <>
      <nav className="ow-head-nav" aria-label={t('navigation')}>
        <Links pages={[...bar, ...own.slice(0, 1)]} />
      </nav>
      {isOwn && session.signedIn ? (
        <nav className="ow-head-own" aria-label={t('ownNavigation')}>
          <Links pages={own} />
        </nav>
      ) : null}
    </>
  );
}

function Links({ pages }: { readonly pages: readonly PageDefinition[] }) {
  const { say } = useLanguage();
  return (
    <ul>
      {pages.map((page) => (
        <li key={page.path}>
          <To to={page.path} isExact={page.path === '/' || hasPageBelow(page, pages)}>
            {say(page.title)}
          </To>
        </li>
      ))}
    </ul>
  );
}

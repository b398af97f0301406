import { Outlet, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';

import { useCentre, useSession } from '../../client/session.tsx';
import { usePreferences } from '../../client/use-preferences.ts';
import { Mark } from '../brand/Mark.tsx';
import { DemonstrationBanner, Notice, ReadAloud } from '../common/index.ts';
import { useOnline } from '../common/use-online.ts';
import { useLanguage } from '../language.tsx';
import { To } from '../routing/index.ts';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';
import { PublicNavigation, usePagesAt } from './PublicNavigation.tsx';
import { signOutVisitor, useSignInAddress } from './SignIn.tsx';

/** Header, the open page and footer of the public surface. */
export function PublicFrame() {
  const t = useWords(messages);
  const isOnline = useOnline();
  return (
    <div className="ow-public">
      <a className="ow-skip" href="#content">
        {t('skip')}
      </a>
      <DemonstrationBanner />
      <Header />
      <main id="content" tabIndex={-1}>
        {isOnline ? null : <Notice tone="warn" title={t('offline')} isUrgent />}
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}

function Header() {
  const t = useWords(messages);
  const { name } = useCentre();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [openAt, setOpenAt] = useState<string | undefined>(undefined);
  // Going to a page closes the menu that led there.
  const isOpen = openAt === path;
  return (
    <header className="ow-head ow-no-print" data-open={isOpen ? 'yes' : 'no'}>
      <div className="ow-head-row">
        <div className="ow-head-brand">
          <To to="/">
            <Mark size={36} />
            <span>{name}</span>
          </To>
        </div>
        <button
          type="button"
          className="ow-button ow-head-menu"
          aria-expanded={isOpen}
          aria-controls="ow-head-more"
          onClick={() => setOpenAt(isOpen ? undefined : path)}
        >
          {t(isOpen ? 'closeMenu' : 'menu')}
        </button>
        <div className="ow-head-more" id="ow-head-more">
          <Tools />
          <PublicNavigation />
        </div>
      </div>
    </header>
  );
}

function Tools() {
  const t = useWords(messages);
  const { language, chooseLanguage, isElder, chooseElder } = usePreferences();
  const { session } = useSession();
  const address = useSignInAddress();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <section className="ow-head-tools" aria-label={t('tools')}>
      {isElder ? <ReadAloud /> : null}
      <button
        type="button"
        className="ow-button"
        data-look="quiet"
        onClick={() => chooseElder(!isElder)}
      >
        {t(isElder ? 'standard' : 'elder')}
      </button>
      <button
        type="button"
        className="ow-button"
        data-look="quiet"
        lang={other}
        onClick={() => chooseLanguage(other)}
      >
        {t('language')}
      </button>
      {session.signedIn ? (
        <button type="button" className="ow-button" onClick={() => void signOutVisitor()}>
          {t('signOut')}
        </button>
      ) : (
        <a className="ow-button" data-look="strong" href={address('person')}>
          {t('signIn')}
        </a>
      )}
    </section>
  );
}

function Footer() {
  const t = useWords(messages);
  const { name } = useCentre();
  const { say } = useLanguage();
  const open = usePagesAt('open');
  return (
    <footer className="ow-foot ow-no-print">
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p>{t('hotline')}</p>
      </div>
      <nav aria-label={t('footer')}>
        {open.map((page) => (
          <To key={page.path} to={page.path}>
            {say(page.title)}
          </To>
        ))}
        <To to="/accessibility">{t('accessibility')}</To>
        <To to="/privacy">{t('privacy')}</To>
        <a href="/api/docs">{t('api')}</a>
        <a href="/desk">{t('staff')}</a>
      </nav>
    </footer>
  );
}

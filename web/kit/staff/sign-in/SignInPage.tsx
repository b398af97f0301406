import { Button } from 'antd';

import type { Words } from '#kernel/problems/contract.ts';

import { useCentre, useSession } from '../../../client/session.tsx';
import { usePreferences } from '../../../client/use-preferences.ts';
import { Mark } from '../../brand/Mark.tsx';
import { DemonstrationBanner, EmptyState } from '../../common/index.ts';
import { useTitle } from '../../common/use-title.ts';
import { useLanguage } from '../../language.tsx';
import { useWords } from '../../words.ts';
import { signOut } from '../frame/ProfileMenu.tsx';
import { useTell } from '../use-tell.ts';
import { messages } from './messages.ts';
import { SignInSteps } from './SignInSteps.tsx';

/** The door of a staff surface. */
export function SignInPage({
  title,
  basePath,
}: {
  readonly title: Words;
  readonly basePath: string;
}) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const { session } = useSession();
  const { name, isDemonstration } = useCentre();
  useTitle(t('title'));
  const isVisitor = session.signedIn && session.actor.kind !== 'staff';
  return (
    <div className="ow-door">
      <DemonstrationBanner />
      <Choices />
      <main>
        <header>
          <Mark size={44} />
          <p>{name}</p>
          <h1>{say(title)}</h1>
        </header>
        <div className="ow-door-card">
          {isVisitor ? <NotStaff basePath={basePath} /> : <SignInSteps />}
        </div>
        {isDemonstration && session.step === 'anonymous' ? (
          <p className="ow-door-note">{t('demonstration')}</p>
        ) : null}
      </main>
    </div>
  );
}

function Choices() {
  const t = useWords(messages);
  const { language, chooseLanguage, isElder, chooseElder } = usePreferences();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="ow-door-choices">
      <Button type="text" onClick={() => chooseElder(!isElder)}>
        {t(isElder ? 'standard' : 'elder')}
      </Button>
      <Button type="text" lang={other} onClick={() => chooseLanguage(other)}>
        {t('language')}
      </Button>
    </div>
  );
}

function NotStaff({ basePath }: { readonly basePath: string }) {
  const t = useWords(messages);
  const tell = useTell();
  const actions = (
    <>
      <Button type="primary" href="/">
        {t('toPublic')}
      </Button>
      <Button onClick={() => void signOut(basePath).catch(tell.problem)}>{t('signOut')}</Button>
    </>
  );
  return <EmptyState title={t('notStaff')} hint={t('notStaffHint')} actions={actions} />;
}

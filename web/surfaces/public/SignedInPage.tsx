import { useEffect } from 'react';

import { newId } from '#kernel/ids/id.ts';

import { Action, ActionLink, PublicPage } from '../../kit/public/index.ts';
import { SIGNED_IN_SETTING } from '../../kit/public/SignIn.tsx';
import { writeSetting } from '../../kit/settings.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';

/** The end of a sign-in in a window of its own: tells the page that waits, and can be closed. */
export function SignedInPage() {
  const t = useWords(messages);
  useEffect(() => {
    writeSetting(SIGNED_IN_SETTING, newId());
  }, []);
  const actions = (
    <>
      <Action look="strong" onPress={() => globalThis.close()}>
        {t('closeWindow')}
      </Action>
      <ActionLink to="/me">{t('me')}</ActionLink>
    </>
  );
  return <PublicPage title={t('signedIn')} lead={t('signedInHint')} actions={actions} />;
}

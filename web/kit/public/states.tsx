import type { ReactNode } from 'react';

import { useMay, useSession } from '../../client/session.tsx';
import { EmptyState, Notice } from '../common/index.ts';
import { isOutdated } from '../common/is-outdated.ts';
import { useTitle } from '../common/use-title.ts';
import { useLanguage } from '../language.tsx';
import { type PageDefinition, permissionsOf } from '../pages.ts';
import { useWords } from '../words.ts';
import { Action, ActionLink } from './Action.tsx';
import { messages } from './messages.ts';
import { SignInNeeded } from './SignIn.tsx';

/** Stands before each page: asks for a sign-in where one is needed. */
export function PublicGate({
  page,
  children,
}: {
  readonly page: PageDefinition;
  readonly children: ReactNode;
}) {
  const t = useWords(messages);
  const { session } = useSession();
  const may = useMay();
  const asked = permissionsOf(page);
  const needsSignIn = page.needsSignIn === true || asked.length > 0;
  if (needsSignIn && !session.signedIn) return <Unsigned page={page} />;
  if (asked.length > 0 && !asked.some(may)) return <EmptyState title={t('staffHere')} />;
  return children;
}

function Unsigned({ page }: { readonly page: PageDefinition }) {
  const { say } = useLanguage();
  useTitle(say(page.title));
  return <SignInNeeded />;
}

export function PublicNotFound() {
  const t = useWords(messages);
  useTitle(t('notFound'));
  return (
    <div className="ow-sheet">
      <h1 className="ow-only-read">{t('notFound')}</h1>
      <EmptyState
        title={t('notFound')}
        hint={t('notFoundHint')}
        actions={
          <ActionLink look="strong" to="/">
            {t('home')}
          </ActionLink>
        }
      />
    </div>
  );
}

export function PublicFailed({
  error,
  reset,
}: {
  readonly error: unknown;
  readonly reset: () => void;
}) {
  const t = useWords(messages);
  const isOld = isOutdated(error);
  return (
    <div className="ow-sheet">
      <h1 className="ow-only-read">{t('failed')}</h1>
      <Notice
        tone="bad"
        title={t(isOld ? 'newVersion' : 'failed')}
        actions={
          <Action onPress={isOld ? () => globalThis.location.reload() : reset}>
            {t('reopen')}
          </Action>
        }
      >
        {isOld ? null : <p>{t('failedHint')}</p>}
      </Notice>
    </div>
  );
}

export function PublicWaiting() {
  const t = useWords(messages);
  return (
    <output className="ow-sheet ow-waiting">
      <span className="ow-only-read">{t('waiting')}</span>
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <span aria-hidden="true" />
    </output>
  );
}

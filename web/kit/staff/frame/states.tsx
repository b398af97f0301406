import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';

import { EmptyState, Notice, ProblemNotice } from '../../common/index.ts';
import { isOutdated } from '../../common/is-outdated.ts';
import { useOnline } from '../../common/use-online.ts';
import { useTitle } from '../../common/use-title.ts';
import { useLanguage } from '../../language.tsx';
import type { PageDefinition } from '../../pages.ts';
import { To } from '../../routing/index.ts';
import { useWords } from '../../words.ts';
import { messages } from './messages.ts';
import { useMayOpen } from './surface-context.ts';

/** Stands before each page: opens it only for those who may. */
export function PageGate({
  page,
  children,
}: {
  readonly page: PageDefinition;
  readonly children: ReactNode;
}) {
  const mayOpen = useMayOpen();
  return mayOpen(page) ? children : <NotPermitted page={page} />;
}

function NotPermitted({ page }: { readonly page: PageDefinition }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  useTitle(say(page.title));
  return (
    <Alone title={say(page.title)}>
      <EmptyState
        title={t('notPermitted')}
        hint={t('notPermittedHint')}
        actions={<To to="/">{t('backHome')}</To>}
      />
    </Alone>
  );
}

export function NotFound() {
  const t = useWords(messages);
  useTitle(t('notFound'));
  return (
    <Alone title={t('notFound')}>
      <EmptyState
        title={t('notFound')}
        hint={t('notFoundHint')}
        actions={<To to="/">{t('backHome')}</To>}
      />
    </Alone>
  );
}

/** A page that threw. A part of the program that is gone means that a new version was put in place. */
export function Failed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const t = useWords(messages);
  const isOld = isOutdated(error);
  return (
    <Alone title={t('failed')}>
      <Notice
        tone="bad"
        title={t(isOld ? 'newVersion' : 'failed')}
        actions={
          <Button onClick={isOld ? () => globalThis.location.reload() : reset}>
            {t('reopen')}
          </Button>
        }
      >
        {isOld ? null : <p>{t('failedHint')}</p>}
      </Notice>
    </Alone>
  );
}

export function Waiting() {
  const t = useWords(messages);
  return (
    <div className="ow-page" aria-busy="true" aria-label={t('waiting')}>
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}

function Alone({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="ow-page" data-wide="no">
      <h1 className="ow-only-read">{title}</h1>
      {children}
    </div>
  );
}

/** Before anything is known: the server has not said who is signed in. */
export function NoSession({
  problem,
  onRetry,
}: {
  readonly problem: unknown;
  readonly onRetry: () => void;
}) {
  return (
    <main className="ow-lonely">
      <ProblemNotice problem={problem} onRetry={onRetry} />
    </main>
  );
}

/** Says that the network is gone, for as long as it is. */
export function OfflineNotice() {
  const t = useWords(messages);
  const isOnline = useOnline();
  return isOnline ? null : <Notice tone="warn" title={t('offline')} isUrgent />;
}

import { useId, useState } from 'react';

import { useAct, useCall } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  EmptyState,
  ProblemNotice,
  PublicPage,
  useParam,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { ServiceFacts } from './RatePage.tsx';

/** 静态码: the code that stands on a window. Whoever scans it finds their own visit by what they hold. */
export function WindowPage() {
  const t = useWords(messages);
  const id = useParam('windowId');
  const window = useCall(routes.getWindow, { params: { id } }, { asksToSignIn: false });
  return (
    <PublicPage
      title={
        window.data === undefined ? t('rate') : t('windowTitle', { number: window.data.number })
      }
      lead={t('windowLead')}
    >
      <FindServices windowId={id} />
    </PublicPage>
  );
}

/** At a kiosk, or from the menu: by the number of the ticket or of the case, without signing in. */
export function FindPage() {
  const t = useWords(messages);
  return (
    <PublicPage title={t('findTitle')} lead={t('findLead')}>
      <FindServices />
    </PublicPage>
  );
}

function FindServices({ windowId }: { readonly windowId?: string }) {
  const t = useWords(messages);
  const field = useId();
  const [text, setText] = useState('');
  const search = useAct(routes.findRateable);
  const found = search.data?.items;
  const wanted = text.trim();
  return (
    <>
      <Card>
        <form
          className="ow-plain-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted.length > 1)
              search.mutate({
                body: { text: wanted, ...(windowId === undefined ? {} : { windowId }) },
              });
          }}
        >
          <div className="ow-plain-field">
            <label htmlFor={field}>{t(windowId === undefined ? 'findNumber' : 'findText')}</label>
            <input
              id={field}
              value={text}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <ProblemNotice problem={search.error} />
          <div className="ow-sheet-actions">
            <Action look="strong" submits isBusy={search.isPending}>
              {t('find')}
            </Action>
          </div>
        </form>
      </Card>
      {found?.length === 0 ? (
        <EmptyState
          title={t('foundNone')}
          hint={t(windowId === undefined ? 'foundNoneAnywhere' : 'foundNoneHint')}
        />
      ) : null}
      {found?.map((service) => (
        <div key={service.token}>
          <ServiceFacts service={service} />
          <div className="ow-sheet-actions">
            <ActionLink look="strong" to={`/rate/${service.token}`}>
              {t(service.may === 'add' ? 'add' : 'rate')}
            </ActionLink>
          </div>
        </div>
      ))}
    </>
  );
}

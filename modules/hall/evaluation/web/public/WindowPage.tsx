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
  const field = useId();
  const [text, setText] = useState('');
  const window = useCall(routes.getWindow, { params: { id } }, { asksToSignIn: false });
  const search = useAct(routes.findRateable);
  const found = search.data?.items;
  return (
    <PublicPage
      title={
        window.data === undefined ? t('rate') : t('windowTitle', { number: window.data.number })
      }
      lead={t('windowLead')}
    >
      <Card>
        <form
          className="ow-plain-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim().length > 1)
              search.mutate({ body: { windowId: id, text: text.trim() } });
          }}
        >
          <div className="ow-plain-field">
            <label htmlFor={field}>{t('findText')}</label>
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
      {found?.length === 0 ? <EmptyState title={t('foundNone')} hint={t('foundNoneHint')} /> : null}
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
    </PublicPage>
  );
}

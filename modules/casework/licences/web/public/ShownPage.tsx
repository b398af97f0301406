import { useEffect, useRef } from 'react';

import { useAct } from '#web/client/index.ts';
import { Action, Notice, ProblemNotice, PublicPage, useParam } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';
import { Verdict } from './Verdict.tsx';

import './licences.css';

/** Codes that no second press makes good. */
const SPENT = new Set(['licences/code-used', 'licences/code-unknown', 'request/invalid-input']);

/** A stranger's phone scanned the code on a holder's screen. The code is used up by a press, not by opening the page. */
export function ShownPage() {
  const t = useWords(messages);
  const code = useParam('code');
  const verify = useAct(routes.verifyShownCode);
  const { data, error, isPending, mutate } = verify;
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (data !== undefined) heading.current?.focus();
  }, [data]);
  return (
    <PublicPage title={t('shown')} lead={t('shownLead')}>
      <div ref={heading} tabIndex={-1}>
        <ProblemNotice problem={error} />
        {data === undefined ? null : <Notice tone="good" title={t('shownGood')} />}
      </div>
      {data === undefined && !(error !== null && SPENT.has(error.code)) ? (
        <div className="ow-sheet-actions">
          <Action look="strong" isBusy={isPending} onPress={() => mutate({ body: { code } })}>
            {isPending ? t('checking') : t('check')}
          </Action>
        </div>
      ) : null}
      {data === undefined ? null : <Verdict licence={data} />}
    </PublicPage>
  );
}

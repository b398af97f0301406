import { useState } from 'react';

import { saveAs, useAct } from '#web/client/index.ts';
import { Action, Card, Notice, ProblemNotice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** A copy of one's data, and the request to erase it. */
export function OwnRights() {
  const t = useWords(messages);
  const [isAsking, setAsking] = useState(false);
  const copy = useAct(routes.exportOwnData, {
    onDone: (data) => {
      const text = JSON.stringify(data, null, 2);
      saveAs(new Blob([text], { type: 'application/json' }), `${data.partyNo}.json`);
    },
  });
  const erase = useAct(routes.eraseOwnData, { onDone: () => setAsking(false) });
  return (
    <Card
      title={t('rights')}
      hint={t('rightsHint')}
      actions={
        <>
          <Action isBusy={copy.isPending} onPress={() => copy.mutate({})}>
            {t('copy')}
          </Action>
          {isAsking ? null : (
            <Action look="quiet" onPress={() => setAsking(true)}>
              {t('erase')}
            </Action>
          )}
        </>
      }
    >
      <ProblemNotice problem={copy.error} />
      {isAsking ? (
        <Notice
          tone="warn"
          title={t('eraseQuestion')}
          actions={
            <>
              <Action isBusy={erase.isPending} onPress={() => erase.mutate({})}>
                {t('confirmErase')}
              </Action>
              <Action look="quiet" onPress={() => setAsking(false)}>
                {t('cancel')}
              </Action>
            </>
          }
        />
      ) : null}
      <ProblemNotice problem={erase.error} />
      {erase.isSuccess ? <Notice tone="good" title={t('erased')} /> : null}
    </Card>
  );
}

import { useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { Action, Notice, ProblemNotice } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';

interface LeftProps {
  readonly filingId: string;
  readonly occupancyId: string;
  readonly name: string;
}

/** That a firm has left; asked once more, as its place goes to others at once. */
export function Left({ filingId, occupancyId, name }: LeftProps) {
  const t = useWords(messages);
  const [isAsked, setAsked] = useState(false);
  const left = useAct(routes.reportLeft);
  if (!isAsked)
    return (
      <Action look="quiet" onPress={() => setAsked(true)}>
        {t('left')}
      </Action>
    );
  return (
    <Notice
      tone="warn"
      title={t('leftAsk', { name })}
      actions={
        <>
          <Action
            look="strong"
            isBusy={left.isPending}
            onPress={() =>
              left.mutate({
                params: { id: filingId },
                body: { occupancyId, reason: t('leftReason') },
              })
            }
          >
            {t('leftSure')}
          </Action>
          <Action look="quiet" onPress={() => setAsked(false)}>
            {t('leftNot')}
          </Action>
        </>
      }
    >
      <ProblemNotice problem={left.error} />
    </Notice>
  );
}

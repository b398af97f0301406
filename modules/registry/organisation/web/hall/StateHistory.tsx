import { Button } from 'antd';
import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import { TimeText, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, type WindowStateChange } from '../../contract.ts';
import { WindowStateTag } from '../parts/Tags.tsx';
import { messages } from './messages.ts';

const STEP = 10;

/** What state a window was in, since when, why and by whom. */
export function StateHistory({ windowId }: { readonly windowId: string }) {
  const t = useWords(messages);
  const [limit, setLimit] = useState(STEP);
  const answer = useCall(
    routes.listWindowStates,
    { params: { id: windowId }, query: { limit } },
    { keepsFormer: true },
  );
  return (
    <section aria-label={t('history')}>
      <h3>{t('history')}</h3>
      <WithAnswer answer={answer} lines={3}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? <p>{t('noHistory')}</p> : <Changes items={items} />}
            {nextCursor === null ? null : (
              <Button size="small" onClick={() => setLimit(limit + STEP * 2)}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </WithAnswer>
    </section>
  );
}

function Changes({ items }: { readonly items: readonly WindowStateChange[] }) {
  const t = useWords(messages);
  return (
    <ol className="ow-hall-history">
      {items.map((change) => (
        <li key={change.id}>
          <WindowStateTag state={change.state} /> <TimeText at={change.at} />
          <p>
            {change.reason === '' ? null : <>{change.reason} · </>}
            {t('by', { name: change.changedByName })}
          </p>
        </li>
      ))}
    </ol>
  );
}

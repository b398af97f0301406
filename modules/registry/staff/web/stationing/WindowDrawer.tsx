import { Button, Drawer } from 'antd';
import { useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useAct, useCall, useMay } from '#web/client/index.ts';
import {
  ConfirmButton,
  formatDay,
  RowTable,
  Section,
  TimeText,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type Stationing, type WindowStanding } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { StandingTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-places.ts';
import { AssignForm } from './AssignForm.tsx';
import { messages } from './messages.ts';

/** A window at the edge of the page: who stands there, its history, and what can be done. */
export function WindowDrawer({
  window,
  onClose,
}: {
  readonly window: WindowStanding;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const may = useMay();
  const nameOf = useNameOf();
  const [isAssigning, setAssigning] = useState(false);
  const name = nameOf({ nameZh: window.windowNameZh, nameEn: window.windowNameEn });
  return (
    <Drawer
      open
      mask={false}
      size={620}
      onClose={onClose}
      title={t('title', { number: window.windowNumber, name })}
    >
      <div className="ow-staff-standing">
        <StandingTag standing={window.standing} /> {nameOf(window.person)}
      </div>
      {may(permissions.assign) ? (
        <div className="ow-staff-bar ow-staff-acts">
          <Button type="primary" onClick={() => setAssigning(true)}>
            {t(window.stationing === null ? 'assign' : 'reassign')}
          </Button>
          {window.stationing === null ? null : <EndButton stationing={window.stationing} />}
        </div>
      ) : null}
      <History windowId={window.windowId} />
      {isAssigning ? <AssignForm window={window} onClose={() => setAssigning(false)} /> : null}
    </Drawer>
  );
}

function EndButton({ stationing }: { readonly stationing: Stationing }) {
  const t = useWords(messages);
  const act = useAct(routes.endStationing);
  const today = localDay(systemClock.now());
  const { id, version, windowNumber } = stationing;
  return (
    <ConfirmButton
      danger
      question={t('endQuestion', { number: windowNumber })}
      consequence={t('endConsequence', { day: formatDay(today, t.language) })}
      onConfirm={() => act.mutateAsync({ params: { id }, body: { lastDay: today, version } })}
    >
      {t('end')}
    </ConfirmButton>
  );
}

function History({ windowId }: { readonly windowId: string }) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const answer = useCall(routes.listStationing, { query: { windowId } });
  return (
    <Section title={t('history')}>
      <WithAnswer answer={answer} lines={2}>
        {({ items }) => (
          <RowTable
            label={t('history')}
            rows={items}
            rowKey={(one) => one.id}
            columns={[
              { key: 'from', title: w('from'), render: (one) => <TimeText at={one.validFrom} /> },
              {
                key: 'to',
                title: w('to'),
                render: (one) =>
                  one.validTo === null ? w('openEnded') : <TimeText at={one.validTo} />,
              },
              { key: 'a', title: w('part.a'), render: (one) => nameOf(one.a) },
              { key: 'b', title: w('part.b'), render: (one) => nameOf(one.b) },
            ]}
            empty={{ title: t('noHistory') }}
          />
        )}
      </WithAnswer>
    </Section>
  );
}

import { Button, Select } from 'antd';
import { useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useAct, useCall } from '#web/client/index.ts';
import {
  ConfirmButton,
  Field,
  FormDrawer,
  Page,
  RowTable,
  TimeText,
  useContractForm,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Leave, LeaveKind, routes } from '../../contract.ts';
import { messages } from '../leave/messages.ts';
import { messages as words } from '../parts/messages.ts';
import { LeaveTag } from '../parts/Tags.tsx';

/** One's own leave: ask, see what became of it, take it back. */
export function MyLeavePage() {
  const t = useWords(messages);
  const w = useWords(words);
  const [isAsking, setAsking] = useState(false);
  const answer = useCall(routes.listOwnLeave);
  return (
    <Page
      title={t('mine')}
      description={t('mineHint')}
      actions={
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('ask')}
        </Button>
      }
    >
      <WithAnswer answer={answer}>
        {({ items }) => (
          <RowTable
            label={t('mine')}
            rows={items}
            rowKey={(leave) => leave.id}
            columns={[
              { key: 'kind', title: t('kind'), render: (leave) => w(`leave.${leave.kind}`) },
              {
                key: 'from',
                title: w('from'),
                render: (leave) => <TimeText at={leave.startsOn} />,
              },
              { key: 'to', title: w('to'), render: (leave) => <TimeText at={leave.endsOn} /> },
              {
                key: 'status',
                title: t('status'),
                render: (leave) => <LeaveTag status={leave.status} />,
              },
              { key: 'by', title: t('decidedBy'), render: (leave) => leave.decidedByName },
              { key: 'note', title: t('note'), render: (leave) => leave.decisionNote },
              { key: 'act', title: '', render: (leave) => <TakeBack leave={leave} /> },
            ]}
            empty={{ title: t('noneOfMine') }}
          />
        )}
      </WithAnswer>
      {isAsking ? <AskForm onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}

function TakeBack({ leave }: { readonly leave: Leave }) {
  const t = useWords(messages);
  const act = useAct(routes.cancelLeave);
  const isOpen =
    leave.status === 'requested' ||
    (leave.status === 'approved' && leave.startsOn > localDay(systemClock.now()));
  if (!isOpen) return null;
  const { id, version } = leave;
  return (
    <ConfirmButton
      size="small"
      question={t('takeBackQuestion')}
      onConfirm={() => act.mutateAsync({ params: { id }, body: { version } })}
    >
      {t('takeBack')}
    </ConfirmButton>
  );
}

function AskForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(messages);
  const w = useWords(words);
  const form = useContractForm(routes.requestLeave, {
    initial: { kind: 'annual', reason: '' },
    done: t('asked'),
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('ask')} submitLabel={t('ask')} isOpen onClose={onClose}>
      <Field form={form} name="kind" label={t('kind')}>
        <Select
          options={LeaveKind.options.map((one) => ({ value: one, label: w(`leave.${one}`) }))}
        />
      </Field>
      <Field form={form} name="startsOn" label={w('from')} />
      <Field form={form} name="endsOn" label={w('to')} />
      <Field form={form} name="reason" label={w('reason')} hint={t('reasonHint')} />
    </FormDrawer>
  );
}

import { useState } from 'react';

import { type OutgoingMessage, routes } from '#kernel/notify/contract.ts';

import { useCentre } from '../../../../client/index.ts';
import { type Column, DataTable, Notice, Page, TimeText } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { MessageDrawer } from './MessageDrawer.tsx';
import { messages } from './messages.ts';
import { MessageStateTag } from './MessageStateTag.tsx';
import { ResendButton } from './ResendButton.tsx';

const STATES = ['waiting', 'sent', 'shown', 'failed'] as const;

/** Messages that left or should leave by e-mail, SMS and push. */
export function OutboxPage() {
  const t = useWords(messages);
  const { isDemonstration } = useCentre();
  const [opened, setOpened] = useState<OutgoingMessage | undefined>(undefined);
  return (
    <Page title={t('outbox')} description={t('outboxHint')}>
      {isDemonstration ? (
        <Notice tone="warn" title={t('demonstration')}>
          <p>{t('demonstrationHint')}</p>
        </Notice>
      ) : null}
      <DataTable
        name="notify.outbox"
        contract={routes.listOutbox}
        rowKey={(row) => row.id}
        onOpen={setOpened}
        columns={useOutboxColumns()}
        isSearched={false}
        label={t('outboxLabel')}
        refreshMs={30_000}
        filters={[
          {
            key: 'state',
            title: t('state'),
            options: STATES.map((state) => ({ value: state, label: t(state) })),
          },
        ]}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
      <MessageDrawer message={opened} onClose={() => setOpened(undefined)} />
    </Page>
  );
}

function useOutboxColumns(): ReadonlyArray<Column<typeof routes.listOutbox>> {
  const t = useWords(messages);
  return [
    { key: 'createdAt', title: t('createdAt'), render: (row) => <TimeText at={row.createdAt} /> },
    { key: 'channel', title: t('channel'), render: (row) => t(row.channel) },
    { key: 'recipient', title: t('recipient'), render: (row) => row.recipient },
    { key: 'state', title: t('state'), render: (row) => <MessageStateTag state={row.state} /> },
    {
      key: 'text',
      title: t('text'),
      render: (row) => (
        <>
          {row.subject === '' ? null : <strong>{row.subject} </strong>}
          {row.body}
        </>
      ),
    },
    { key: 'failure', title: t('failure'), render: (row) => row.failure },
    {
      key: 'attempts',
      title: t('attempts'),
      align: 'end',
      isOptional: true,
      render: (row) => row.attempts,
    },
    {
      key: 'sentAt',
      title: t('sentAt'),
      isOptional: true,
      render: (row) => <TimeText at={row.sentAt} />,
    },
    { key: 'template', title: t('template'), isOptional: true, render: (row) => row.template },
    { key: 'act', title: t('act'), render: (row) => <ResendButton message={row} /> },
  ];
}

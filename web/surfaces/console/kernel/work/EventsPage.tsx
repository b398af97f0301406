import { permissions, routes } from '#kernel/events/contract-admin.ts';

import { type AnswerTo, useAct, useCall, useMay } from '../../../../client/index.ts';
import {
  ConfirmButton,
  DataTable,
  Page,
  ReasonButton,
  RowTable,
  Section,
  StatusTag,
  TimeText,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';
import { ReplayButton } from './ReplayButton.tsx';

type Listener = AnswerTo<typeof routes.listListeners>['items'][number];

/** How events reach those who listen to them. */
export function EventsPage() {
  const t = useWords(messages);
  const answer = useCall(routes.listListeners, undefined, { refreshMs: 15_000 });
  return (
    <Page title={t('events')} description={t('eventsHint')}>
      <ParkedEvents />
      <Section title={t('listeners')}>
        <WithAnswer answer={answer}>{({ items }) => <Listeners listeners={items} />}</WithAnswer>
      </Section>
    </Page>
  );
}

const tones = { retrying: 'warn', dead: 'bad', waiting: 'idle' } as const;
const stateWords = { retrying: 'retrying', dead: 'dead2', waiting: 'behind' } as const;

function ParkedEvents() {
  const t = useWords(messages);
  const may = useMay();
  const retry = useAct(routes.retry);
  return (
    <DataTable
      name="events.parked"
      label={t('parked')}
      hasHeading
      contract={routes.listParked}
      isSearched={false}
      refreshMs={15_000}
      rowKey={(row) => `${row.listener} ${row.eventId}`}
      empty={{ title: t('noParked'), hint: t('noParkedHint') }}
      filters={[
        {
          key: 'state',
          title: t('state'),
          options: (['dead', 'retrying', 'waiting'] as const).map((state) => ({
            value: state,
            label: t(stateWords[state]),
          })),
        },
      ]}
      columns={[
        { key: 'event', title: t('event'), render: (row) => <code>{row.name}</code> },
        { key: 'listener', title: t('listener'), render: (row) => row.listener },
        {
          key: 'subject',
          title: t('subject'),
          render: (row) => `${row.subject.kind} ${row.subject.id}`,
        },
        {
          key: 'state',
          title: t('state'),
          render: (row) => (
            <StatusTag tone={tones[row.state]}>{t(stateWords[row.state])}</StatusTag>
          ),
        },
        { key: 'attempts', title: t('attempts'), align: 'end', render: (row) => row.attempts },
        { key: 'nextAt', title: t('nextAt'), render: (row) => <TimeText at={row.nextAt} /> },
        {
          key: 'parkedAt',
          title: t('parkedAt'),
          isOptional: true,
          render: (row) => <TimeText at={row.parkedAt} />,
        },
        { key: 'error', title: t('error'), render: (row) => row.error ?? '' },
        {
          key: 'acts',
          title: t('acts'),
          render: (row) => {
            if (!may(permissions.manage) || row.state === 'waiting') return null;
            const params = { listener: row.listener, id: row.eventId };
            return (
              <div className="ow-page-actions">
                <ConfirmButton
                  size="small"
                  done={t('retried')}
                  onConfirm={() => retry.mutateAsync({ params })}
                >
                  {t('again')}
                </ConfirmButton>
                <ReasonButton
                  size="small"
                  danger
                  contract={routes.skip}
                  params={params}
                  consequence={t('skipHint')}
                  done={t('skipped')}
                >
                  {t('skip')}
                </ReasonButton>
              </div>
            );
          },
        },
      ]}
    />
  );
}

function Listeners({ listeners }: { readonly listeners: readonly Listener[] }) {
  const t = useWords(messages);
  const may = useMay();
  const remove = useAct(routes.remove);
  return (
    <RowTable
      label={t('listeners')}
      rows={listeners}
      rowKey={(row) => row.name}
      empty={{ title: t('noListeners') }}
      columns={[
        {
          key: 'name',
          title: t('listener'),
          render: (row) => (
            <>
              {row.name}{' '}
              {row.isDeclared ? null : <StatusTag tone="idle">{t('undeclared')}</StatusTag>}
            </>
          ),
        },
        { key: 'events', title: t('heard'), render: (row) => row.events.join(', ') },
        {
          key: 'moved',
          title: t('movedAt'),
          render: (row) => <TimeText at={row.movedAt} as="distance" />,
        },
        {
          key: 'oldest',
          title: t('oldest'),
          render: (row) =>
            row.oldestDueAt === null ? t('none') : <TimeText at={row.oldestDueAt} as="distance" />,
        },
        { key: 'dead', title: t('deadCount'), align: 'end', render: (row) => row.dead },
        { key: 'retrying', title: t('retryCount'), align: 'end', render: (row) => row.retrying },
        { key: 'waiting', title: t('waitCount'), align: 'end', render: (row) => row.waiting },
        {
          key: 'acts',
          title: t('acts'),
          render: (row) => {
            if (!may(permissions.manage)) return null;
            if (row.isDeclared) return <ReplayButton listener={row.name} />;
            return (
              <ConfirmButton
                size="small"
                danger
                question={t('removeQuestion')}
                done={t('removed')}
                onConfirm={() => remove.mutateAsync({ params: { listener: row.name } })}
              >
                {t('remove')}
              </ConfirmButton>
            );
          },
        },
      ]}
    />
  );
}

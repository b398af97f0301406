import { Button } from 'antd';

import { useAct } from '#web/client/index.ts';
import { formatTime, ProblemNotice, RowTable, Section, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Desk, laneWords, routes, type Session, type Ticket } from '../../contract.ts';
import { messages } from '../messages.ts';
import { CallNumberButton, ReasonAct } from './acts.tsx';

interface ListsProps {
  readonly desk: Desk;
  readonly session: Session;
}

/** Who waits, who fetches a paper, who was missed. */
export function Lists({ desk, session }: ListsProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const isFree = desk.current === null && session.state !== 'paused';
  const line = (row: Ticket) => (language === 'en' ? row.businessNameEn : row.businessNameZh);
  const number = {
    key: 'number',
    title: t('number'),
    width: '6rem',
    render: (row: Ticket) => row.number,
  };
  return (
    <div className="ow-calling-lists">
      {desk.held.length === 0 ? null : (
        <Section title={t('heldList')}>
          <Held rows={desk.held} isFree={isFree} />
        </Section>
      )}
      {desk.missed.length === 0 ? null : (
        <Section title={t('missedList')}>
          <Missed rows={desk.missed} isFree={isFree} windowId={session.windowId} />
        </Section>
      )}
      <Section title={`${t('waitingList')} (${desk.waiting.length})`}>
        <RowTable
          label={t('waitingList')}
          rows={desk.waiting}
          rowKey={(row) => row.id}
          rowTo={(row) => `/tickets/${row.id}`}
          columns={[
            number,
            {
              key: 'line',
              title: t('line'),
              render: (row) =>
                row.targetWindowNumber === null
                  ? line(row)
                  : `${line(row)} · ${t('target', { number: row.targetWindowNumber })}`,
            },
            {
              key: 'kind',
              title: t('kind'),
              render: (row) => (row.lane === 'normal' ? '' : laneWords[row.lane][language]),
            },
            {
              key: 'issued',
              title: t('issued'),
              align: 'end',
              render: (row) => formatTime(row.issuedAt, language),
            },
          ]}
          empty={{ title: t('noOne'), hint: t('noOneHint') }}
        />
      </Section>
    </div>
  );
}

function Held({ rows, isFree }: { readonly rows: readonly Ticket[]; readonly isFree: boolean }) {
  const t = useWords(messages);
  const resume = useAct(routes.resumeHeld);
  return (
    <>
      <ProblemNotice problem={resume.error} />
      <RowTable
        label={t('heldList')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'number', title: t('number'), width: '6rem', render: (row) => row.number },
          { key: 'reason', title: t('reason'), render: (row) => row.reason },
          {
            key: 'acts',
            title: t('start'),
            render: (row) => (
              <span className="ow-calling-row-acts">
                <Button
                  size="small"
                  disabled={!isFree}
                  loading={resume.isPending}
                  aria-label={`${t('resumeHeld')} ${row.number}`}
                  onClick={() => resume.mutate({ params: { id: row.id } })}
                >
                  {t('resumeHeld')}
                </Button>
                <ReasonAct
                  contract={routes.giveUp}
                  ticketId={row.id}
                  label={t('giveUp')}
                  size="small"
                />
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

interface MissedProps {
  readonly rows: readonly Ticket[];
  readonly isFree: boolean;
  readonly windowId: string;
}

function Missed({ rows, isFree, windowId }: MissedProps) {
  const t = useWords(messages);
  const requeue = useAct(routes.requeue);
  return (
    <>
      <ProblemNotice problem={requeue.error} />
      <RowTable
        label={t('missedList')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'number', title: t('number'), width: '6rem', render: (row) => row.number },
          {
            key: 'acts',
            title: t('start'),
            render: (row) => (
              <span className="ow-calling-row-acts">
                <CallNumberButton windowId={windowId} isDisabled={!isFree} number={row.number} />
                <Button
                  size="small"
                  loading={requeue.isPending}
                  aria-label={`${t('requeue')} ${row.number}`}
                  onClick={() => requeue.mutate({ params: { id: row.id } })}
                >
                  {t('requeue')}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

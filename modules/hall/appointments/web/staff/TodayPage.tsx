import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { useAct, useLive, useMay } from '#web/client/index.ts';
import {
  Page,
  ProblemNotice,
  RowTable,
  Section,
  useFilters,
  useKey,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CheckInLine, LIVE, permissions, routes } from '../../contract.ts';
import { StateTag } from '../parts/StateTag.tsx';
import { BookForButton } from './BookFor.tsx';
import { BookingsTable } from './BookingsTable.tsx';
import { messages } from './messages.ts';
import { usePlaces } from './use-places.ts';

const Filters = z.object({ site: z.uuid().optional() });

/** Who is expected today, and who has come: one box for whatever somebody shows. */
export function TodayPage() {
  const t = useWords(messages);
  const may = useMay();
  const [{ site }, setFilters] = useFilters(Filters);
  const { siteOptions, firstSiteId } = usePlaces();
  const siteId = site ?? firstSiteId;
  const today = localDay(systemClock.now());
  useLive([LIVE]);
  return (
    <Page
      title={t('today')}
      description={t('todayHint')}
      actions={
        <>
          <Select
            aria-label={t('site')}
            value={siteId ?? null}
            options={siteOptions}
            popupMatchSelectWidth={false}
            onChange={(id: string) => setFilters({ site: id })}
          />
          {may(permissions.book) && siteId !== undefined ? <BookForButton siteId={siteId} /> : null}
        </>
      }
    >
      {siteId === undefined ? null : (
        <>
          {may(permissions.checkIn) ? <LookUp siteId={siteId} /> : null}
          <BookingsTable query={{ siteId, from: today, to: today }} label={t('list')} />
        </>
      )}
    </Page>
  );
}

function LookUp({ siteId }: { readonly siteId: string }) {
  const t = useWords(messages);
  const [text, setText] = useState('');
  const search = useAct(routes.lookUp);
  useKey({ keys: 'F2 /', does: { 'zh-CN': '定位到查询框', en: 'Go to the search box' } }, () =>
    document.querySelector<HTMLInputElement>('search input')?.focus(),
  );
  return (
    <>
      <search>
        <Input.Search
          allowClear
          size="large"
          autoComplete="off"
          value={text}
          aria-label={t('lookUp')}
          placeholder={t('lookUp')}
          enterButton={t('find')}
          loading={search.isPending}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '') search.reset();
          }}
          onSearch={(value) => {
            if (value.trim() !== '') search.mutate({ body: { text: value.trim(), siteId } });
          }}
        />
      </search>
      <ProblemNotice problem={search.error} />
      {search.data === undefined ? null : (
        <Section title={t('found')}>
          <Lines items={search.data.items} />
        </Section>
      )}
    </>
  );
}

function Lines({ items }: { readonly items: readonly CheckInLine[] }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <RowTable
      label={t('found')}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        { key: 'time', title: t('time'), render: (row) => `${row.day} ${row.from}–${row.to}` },
        { key: 'group', title: t('group'), render: (row) => say(row.group) },
        { key: 'holder', title: t('holder'), render: (row) => row.holder },
        { key: 'state', title: t('state'), render: (row) => <StateTag state={row.state} /> },
        { key: 'act', title: t('acts'), render: (row) => <CheckIn line={row} /> },
      ]}
      empty={{ title: t('foundNone'), hint: t('foundNoneHint') }}
    />
  );
}

function CheckIn({ line }: { readonly line: CheckInLine }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const act = useAct(routes.checkIn);
  if (act.data !== undefined)
    return <Alert type="success" showIcon title={sayTicket(act.data.ticket, t)} />;
  if (line.blocked !== null) return <>{say(line.blocked.title)}</>;
  return (
    <>
      <ProblemNotice problem={act.error} />
      <Button
        type="primary"
        loading={act.isPending}
        onClick={() => act.mutate({ params: { id: line.id } })}
      >
        {t('checkIn')}
      </Button>
    </>
  );
}

function sayTicket(
  ticket: { readonly number: string; readonly ahead: number | null },
  t: ReturnType<typeof useWords<(typeof messages)['zh-CN']>>,
): string {
  const said = t('checkedIn', { number: ticket.number });
  return ticket.ahead === null ? said : `${said} · ${t('ahead', { count: ticket.ahead })}`;
}

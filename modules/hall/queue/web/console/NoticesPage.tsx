import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { systemClock } from '#kernel/clock/clock.ts';
import { useAct, useCall, useLive } from '#web/client/index.ts';
import {
  ConfirmButton,
  Page,
  RowTable,
  StatusTag,
  TimeText,
  useFilters,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { isShownAt, LIVE, type Notice, routes } from '../../contract.ts';
import { SiteSelect } from '../parts/SiteSelect.tsx';
import { useSite } from '../parts/use-site.ts';
import { NoticeDrawer } from './NoticeDrawer.tsx';
import { messages } from './screen-messages.ts';

const Place = z.object({ site: z.uuid().optional() });

/** What the calling displays show below the calls. */
export function NoticesPage() {
  const t = useWords(messages);
  const [place, setPlace] = useFilters(Place);
  const { options, siteId } = useSite(place.site);
  const [opened, open] = useState<Notice | 'new'>();
  return (
    <Page
      title={t('notices')}
      description={t('noticesHint')}
      actions={
        <>
          <SiteSelect siteId={siteId} options={options} onChange={(site) => setPlace({ site })} />
          <Button type="primary" disabled={siteId === undefined} onClick={() => open('new')}>
            {t('addNotice')}
          </Button>
        </>
      }
    >
      {siteId === undefined ? null : (
        <>
          <NoticeTable siteId={siteId} onOpen={open} />
          {opened === undefined ? null : (
            <NoticeDrawer
              key={opened === 'new' ? 'new' : `${opened.id}/${opened.version}`}
              siteId={siteId}
              notice={opened === 'new' ? undefined : opened}
              onClose={() => open(undefined)}
            />
          )}
        </>
      )}
    </Page>
  );
}

interface NoticeTableProps {
  readonly siteId: string;
  readonly onOpen: (notice: Notice) => void;
}

function NoticeTable({ siteId, onOpen }: NoticeTableProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const answer = useCall(routes.listNotices, { query: { siteId } }, { refreshMs: 60_000 });
  useLive([`${LIVE.site}/${siteId}`]);
  const isEnglish = language === 'en';
  return (
    <WithAnswer answer={answer}>
      {({ items }) => (
        <RowTable
          label={t('notices')}
          rows={items}
          rowKey={(row) => row.id}
          onOpen={onOpen}
          columns={[
            {
              key: 'text',
              title: t('notices'),
              render: (row) => (isEnglish ? row.textEn : row.textZh),
            },
            {
              key: 'zone',
              title: t('zone'),
              render: (row) => (isEnglish ? row.zoneNameEn : row.zoneNameZh) || t('wholeSite'),
            },
            {
              key: 'from',
              title: t('shownFrom'),
              render: (row) => <TimeText at={row.shownFrom} />,
            },
            {
              key: 'until',
              title: t('shownUntil'),
              render: (row) => <TimeText at={row.shownUntil} />,
            },
            {
              key: 'daily',
              title: t('dailyFrom'),
              render: (row) =>
                row.dailyFrom === null && row.dailyUntil === null
                  ? ''
                  : `${row.dailyFrom ?? '00:00'}–${row.dailyUntil ?? '24:00'}`,
            },
            { key: 'state', title: t('state'), render: (row) => <NoticeState notice={row} /> },
            { key: 'by', title: t('by'), render: (row) => row.byName },
            { key: 'act', title: '', render: (row) => <WithdrawButton notice={row} /> },
          ]}
          empty={{ title: t('noNotices'), hint: t('noNoticesHint') }}
        />
      )}
    </WithAnswer>
  );
}

function NoticeState({ notice }: { readonly notice: Notice }) {
  const t = useWords(messages);
  const now = systemClock.now();
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  }).format(now);
  if (isShownAt(notice, now, time))
    return (
      <StatusTag tone={notice.isUrgent ? 'bad' : 'good'}>
        {notice.isUrgent ? `${t('now')} · ${t('urgent')}` : t('now')}
      </StatusTag>
    );
  if (now.getTime() >= Date.parse(notice.shownUntil))
    return <StatusTag tone="idle">{t('over')}</StatusTag>;
  const isLater = now.getTime() < Date.parse(notice.shownFrom);
  return <StatusTag tone="idle">{t(isLater ? 'later' : 'outside')}</StatusTag>;
}

function WithdrawButton({ notice }: { readonly notice: Notice }) {
  const t = useWords(messages);
  const act = useAct(routes.withdrawNotice);
  return (
    <ConfirmButton
      size="small"
      danger
      question={t('withdrawAsk')}
      done={t('withdrawn')}
      onConfirm={() => act.mutateAsync({ params: { id: notice.id } })}
    >
      {t('withdraw')}
    </ConfirmButton>
  );
}

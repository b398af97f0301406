import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { useCall } from '#web/client/index.ts';
import {
  Page,
  RowTable,
  StatusTag,
  useFilters,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Business, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { SiteSelect } from '../parts/SiteSelect.tsx';
import { useSite } from '../parts/use-site.ts';
import { BusinessDrawer } from './BusinessDrawer.tsx';

const Place = z.object({ site: z.uuid().optional() });

/** What tickets are drawn for at a site. */
export function BusinessesPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const [place, setPlace] = useFilters(Place);
  const { options, siteId } = useSite(place.site);
  const [open, setOpen] = useState<Business | 'new'>();
  const answer = useCall(
    routes.listBusinesses,
    { query: siteId === undefined ? {} : { siteId } },
    { enabled: siteId !== undefined },
  );
  const numbers = (row: Business, role: 'main' | 'overflow') =>
    row.windows
      .filter((window) => window.role === role)
      .map((window) => window.number)
      .join(', ');
  return (
    <Page
      title={t('businesses')}
      description={t('businessesHint')}
      actions={
        <>
          <SiteSelect siteId={siteId} options={options} onChange={(site) => setPlace({ site })} />
          <Button type="primary" disabled={siteId === undefined} onClick={() => setOpen('new')}>
            {t('addBusiness')}
          </Button>
        </>
      }
    >
      <WithAnswer answer={answer}>
        {({ items }) => (
          <RowTable
            label={t('businesses')}
            rows={items}
            rowKey={(row) => row.id}
            onOpen={setOpen}
            columns={[
              { key: 'letter', title: t('letter'), width: '5rem', render: (row) => row.letter },
              {
                key: 'name',
                title: t('line'),
                render: (row) => (language === 'en' ? row.nameEn : row.nameZh),
              },
              {
                key: 'zone',
                title: t('zone'),
                render: (row) => (language === 'en' ? row.zoneNameEn : row.zoneNameZh),
              },
              {
                key: 'windows',
                title: t('windowsServing'),
                render: (row) => numbers(row, 'main'),
              },
              {
                key: 'helping',
                title: t('windowsHelping'),
                render: (row) => numbers(row, 'overflow'),
              },
              {
                key: 'open',
                title: t('isOpen'),
                width: '8rem',
                render: (row) => (
                  <StatusTag tone={row.isOpen ? 'good' : 'idle'}>
                    {row.isOpen ? t('isOpen') : t('notTaking')}
                  </StatusTag>
                ),
              },
            ]}
            empty={{ title: t('noTickets') }}
          />
        )}
      </WithAnswer>
      {open === undefined || siteId === undefined ? null : (
        <BusinessDrawer
          key={open === 'new' ? 'new' : `${open.id}/${open.version}`}
          siteId={siteId}
          business={open === 'new' ? undefined : open}
          lines={answer.data?.items ?? []}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}

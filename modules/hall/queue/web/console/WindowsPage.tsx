import { useState } from 'react';
import { z } from 'zod';

import { useCall, useLive } from '#web/client/index.ts';
import {
  Page,
  RowTable,
  StatusTag,
  useFilters,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Business, type Hall, type HallWindow, LIVE, routes } from '../../contract.ts';
import { SiteSelect } from '../parts/SiteSelect.tsx';
import { WindowTag } from '../parts/Tags.tsx';
import { useSite } from '../parts/use-site.ts';
import { messages } from './screen-messages.ts';
import { ServicesDrawer } from './ServicesDrawer.tsx';

const Place = z.object({ site: z.uuid().optional() });

/** Which lines each window of a site serves. */
export function WindowsPage() {
  const t = useWords(messages);
  const [place, setPlace] = useFilters(Place);
  const { options, siteId } = useSite(place.site);
  return (
    <Page
      title={t('windows')}
      description={t('windowsHint')}
      actions={
        <SiteSelect siteId={siteId} options={options} onChange={(site) => setPlace({ site })} />
      }
    >
      {siteId === undefined ? null : <SiteWindows key={siteId} siteId={siteId} />}
    </Page>
  );
}

function SiteWindows({ siteId }: { readonly siteId: string }) {
  const hall = useCall(routes.showHall, { query: { siteId } }, { freshMs: 2_000 });
  const lines = useCall(routes.listBusinesses, { query: { siteId } });
  useLive([`${LIVE.site}/${siteId}`]);
  return (
    <WithAnswer answer={hall}>
      {(seen) => (
        <WithAnswer answer={lines}>
          {({ items }) => <Windows hall={seen} lines={items} />}
        </WithAnswer>
      )}
    </WithAnswer>
  );
}

interface WindowsProps {
  readonly hall: Hall;
  readonly lines: readonly Business[];
}

function Windows({ hall, lines }: WindowsProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const isEnglish = language === 'en';
  const [opened, open] = useState<HallWindow>();
  const zones = new Map(hall.zones.map((zone) => [zone.id, zone]));
  const served = (row: HallWindow, role: 'main' | 'overflow') =>
    lines
      .filter(({ windows }) => windows.some((one) => one.id === row.id && one.role === role))
      .map((line) => `${line.letter} ${isEnglish ? line.nameEn : line.nameZh}`)
      .join(isEnglish ? ', ' : '、');
  return (
    <>
      <RowTable
        label={t('windows')}
        rows={hall.windows}
        rowKey={(row) => row.id}
        onOpen={open}
        columns={[
          { key: 'number', title: t('window'), width: '6rem', render: (row) => row.number },
          {
            key: 'zone',
            title: t('zone'),
            render: (row) => {
              const zone = zones.get(row.zoneId);
              return isEnglish ? zone?.nameEn : zone?.nameZh;
            },
          },
          {
            key: 'main',
            title: t('main'),
            render: (row) =>
              row.businessIds.length === 0 ? (
                <StatusTag tone="warn">{t('none')}</StatusTag>
              ) : (
                served(row, 'main')
              ),
          },
          { key: 'helping', title: t('helping'), render: (row) => served(row, 'overflow') },
          {
            key: 'state',
            title: t('state'),
            width: '8rem',
            render: (row) => <WindowTag state={row.state} />,
          },
        ]}
        empty={{ title: t('noWindows') }}
      />
      {opened === undefined ? null : (
        <ServicesDrawer
          key={opened.id}
          window={opened}
          lines={lines}
          onClose={() => open(undefined)}
        />
      )}
    </>
  );
}

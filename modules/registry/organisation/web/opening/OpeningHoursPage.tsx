import { Select } from 'antd';
import { z } from 'zod';

import { useCall, useMay } from '#web/client/index.ts';
import { Page, useFilters, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, type PlaceHours, routes } from '../../contract.ts';
import { SheetsLink } from '../parts/SheetsLink.tsx';
import { useNames } from '../parts/use-names.ts';
import { HoursEditor } from './HoursEditor.tsx';
import { messages } from './messages.ts';

import './opening.css';

const Place = z.object({ site: z.uuid().optional(), zone: z.uuid().optional() });

/** When each site, and each zone with hours of its own, is open. */
export function OpeningHoursPage() {
  const t = useWords(messages);
  const names = useNames();
  const mayManage = useMay()(permissions.manage);
  const [place, setPlace] = useFilters(Place);
  const siteId = place.site ?? names.siteOptions[0]?.value;
  const zoneOptions = [
    { value: '', label: t('wholeSite') },
    ...(siteId === undefined ? [] : names.zoneOptions(siteId)),
  ];
  return (
    <Page
      title={t('hours')}
      description={t('hoursHint')}
      actions={mayManage ? <SheetsLink kind="opening-hours" /> : null}
    >
      <div className="ow-hours-bar">
        <Select
          aria-label={t('site')}
          {...(siteId === undefined ? {} : { value: siteId })}
          options={names.siteOptions}
          onChange={(site: string) => setPlace({ site, zone: undefined })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
        <Select
          aria-label={t('place')}
          value={place.zone ?? ''}
          options={zoneOptions}
          onChange={(zone: string) => setPlace({ zone: zone === '' ? undefined : zone })}
          popupMatchSelectWidth={false}
        />
      </div>
      {siteId === undefined ? null : <SiteHours siteId={siteId} zoneId={place.zone ?? null} />}
    </Page>
  );
}

function SiteHours({
  siteId,
  zoneId,
}: {
  readonly siteId: string;
  readonly zoneId: string | null;
}) {
  const answer = useCall(routes.listOpeningHours, { params: { id: siteId } });
  return (
    <WithAnswer answer={answer} lines={10}>
      {({ places, emptyTag }) => {
        const found = places.find((one) => one.zoneId === zoneId);
        const place: PlaceHours = found ?? { siteId, zoneId, rows: [], tag: emptyTag };
        return <HoursEditor key={`${siteId} ${zoneId ?? ''} ${place.tag}`} place={place} />;
      }}
    </WithAnswer>
  );
}

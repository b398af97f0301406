import { Button } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import { DataTable, Section } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type Zone } from '../../contract.ts';
import { messages as consoleWords } from '../console/messages.ts';
import { ClosureButton } from '../parts/ClosureButton.tsx';
import { messages as words } from '../parts/messages.ts';
import { SheetsLink } from '../parts/SheetsLink.tsx';
import { RecordTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-names.ts';
import { messages } from './messages.ts';
import { ZoneForm } from './ZoneForm.tsx';

/** The zones of a site as a table below its plan, for those who keep them. */
export function ZonesTable({ siteId, floor }: { readonly siteId: string; readonly floor: number }) {
  const t = useWords(messages);
  const c = useWords(consoleWords);
  const w = useWords(words);
  const nameOf = useNameOf();
  const [opened, open] = useState<Zone | 'new'>();
  if (!useMay()(permissions.manage)) return null;
  return (
    <Section
      title={t('zones')}
      actions={
        <>
          <SheetsLink kind="zones" />
          <Button onClick={() => open('new')}>{t('addZone')}</Button>
        </>
      }
    >
      <DataTable
        name="organisation.zones"
        contract={routes.listZones}
        query={{ siteId, includeClosed: 'true' }}
        keepsPlace={false}
        label={t('zones')}
        rowKey={(zone) => zone.id}
        onOpen={open}
        columns={[
          { key: 'name', title: c('name'), render: (zone) => nameOf(zone) },
          { key: 'floor', title: c('floor'), render: (zone) => zone.floor, align: 'end' },
          { key: 'kind', title: c('kind'), render: (zone) => w(`zone.${zone.kind}`) },
          { key: 'code', title: c('code'), render: (zone) => zone.code },
          { key: 'state', title: c('state'), render: (zone) => <RecordTag record={zone} /> },
          {
            key: 'acts',
            title: c('acts'),
            render: (zone) => <ClosureButton register="Zone" name={nameOf(zone)} record={zone} />,
          },
        ]}
        empty={{ title: c('none'), hint: c('noneHint') }}
      />
      {opened === undefined ? null : (
        <ZoneForm
          key={opened === 'new' ? 'new' : opened.id}
          zone={opened === 'new' ? undefined : opened}
          siteId={siteId}
          floor={floor}
          onClose={() => open(undefined)}
        />
      )}
    </Section>
  );
}

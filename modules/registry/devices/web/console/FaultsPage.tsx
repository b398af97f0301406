import { useState } from 'react';

import { DataTable, formatInstant, Page, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Fault, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { DeviceDrawer } from './DeviceDrawer.tsx';
import { SeverityTag } from './Tags.tsx';

/** Faults of all devices, newest first; a row opens the device where it can be closed. */
export function FaultsPage() {
  const t = useWords(messages);
  const [openedId, open] = useState<string>();
  return (
    <Page title={t('faults')} description={t('faultsHint')}>
      <FaultsTable onOpen={(fault) => open(fault.deviceId)} />
      {openedId === undefined ? null : (
        <DeviceDrawer deviceId={openedId} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

function FaultsTable({ onOpen }: { readonly onOpen: (fault: Fault) => void }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <DataTable
      name="devices.faults"
      contract={routes.listFaults}
      rowKey={(fault) => fault.id}
      onOpen={onOpen}
      filters={[
        {
          key: 'openOnly',
          title: t('shown'),
          options: [
            { value: 'true', label: t('openOnly') },
            { value: 'false', label: t('all') },
          ],
        },
      ]}
      columns={[
        {
          key: 'severity',
          title: t('severity'),
          render: (fault) => <SeverityTag severity={fault.severity} />,
        },
        {
          key: 'fault',
          title: t('fault'),
          render: (fault) => (t.language === 'en' ? fault.nameEn : fault.nameZh),
        },
        { key: 'device', title: t('device'), render: (fault) => fault.assetNo },
        { key: 'note', title: t('note'), render: (fault) => fault.note },
        {
          key: 'reported',
          title: t('reported'),
          render: (fault) =>
            t('reportedBy', {
              name: fault.reportedByName,
              time: formatInstant(fault.reportedAt, language),
            }),
        },
        {
          key: 'resolved',
          title: t('resolved'),
          render: (fault) =>
            fault.resolvedAt === null
              ? ''
              : t('by', { name: fault.resolvedByName, resolution: fault.resolution }),
        },
      ]}
      empty={{ title: t('noFaults'), hint: t('noFaultsHint') }}
    />
  );
}

import { Button } from 'antd';
import { useState } from 'react';

import { useCall, useMay } from '#web/client/index.ts';
import { DataTable, formatDay, Page, TimeText, useGo, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Device, DeviceStatus, Health, permissions, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { DeviceDrawer } from './DeviceDrawer.tsx';
import { Place } from './Place.tsx';
import { HealthTag } from './Tags.tsx';

/** The register: filter, search, open a device, and go to the sheets. */
export function RegisterPage() {
  const t = useWords(messages);
  const go = useGo();
  const may = useMay();
  const [openedId, open] = useState<string>();
  return (
    <Page
      title={t('register')}
      description={t('registerHint')}
      actions={
        may(permissions.manage) ? (
          <Button onClick={() => go('/imports/devices.devices')}>{t('sheets')}</Button>
        ) : null
      }
    >
      <DevicesTable onOpen={(device) => open(device.id)} />
      {openedId === undefined ? null : (
        <DeviceDrawer deviceId={openedId} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

function useDeviceFilters() {
  const t = useWords(messages);
  const kinds = useCall(routes.listKinds);
  const kindOptions = (kinds.data?.items ?? []).map((kind) => ({
    value: kind.code,
    label: t.language === 'en' ? kind.nameEn : kind.nameZh,
  }));
  return [
    { key: 'kindCode', title: t('kind'), options: kindOptions },
    {
      key: 'health',
      title: t('health'),
      options: Health.options.map((value) => ({ value, label: t(`health.${value}`) })),
    },
    {
      key: 'status',
      title: t('status'),
      options: DeviceStatus.options.map((value) => ({ value, label: t(`status.${value}`) })),
    },
  ] as const;
}

function DevicesTable({ onOpen }: { readonly onOpen: (device: Device) => void }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const isEnglish = t.language === 'en';
  return (
    <DataTable
      name="devices.devices"
      contract={routes.listDevices}
      rowKey={(device) => device.id}
      onOpen={onOpen}
      filters={useDeviceFilters()}
      columns={[
        { key: 'assetNo', title: t('assetNo'), render: (device) => device.assetNo },
        {
          key: 'kind',
          title: t('kind'),
          render: (device) => (isEnglish ? device.kindNameEn : device.kindNameZh),
        },
        {
          key: 'health',
          title: t('health'),
          render: (device) => <HealthTag health={device.health} />,
        },
        { key: 'status', title: t('status'), render: (device) => t(`status.${device.status}`) },
        { key: 'place', title: t('place'), render: (device) => <Place device={device} /> },
        { key: 'model', title: t('model'), render: (device) => `${device.brand} ${device.model}` },
        {
          key: 'lastSeen',
          title: t('lastSeen'),
          render: (device) =>
            device.lastSeenAt === null ? (
              t('never')
            ) : (
              <TimeText at={device.lastSeenAt} as="distance" />
            ),
        },
        {
          key: 'warranty',
          title: t('warranty'),
          isOptional: true,
          render: (device) =>
            device.warrantyUntil === null ? '' : formatDay(device.warrantyUntil, language),
        },
        {
          key: 'network',
          title: t('network'),
          isOptional: true,
          render: (device) => device.ipAddress,
        },
      ]}
      empty={{ title: t('noDevices'), hint: t('noDevicesHint') }}
    />
  );
}

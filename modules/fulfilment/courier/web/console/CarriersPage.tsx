import { Button, Input } from 'antd';
import { useState } from 'react';

import { useCall } from '#web/client/index.ts';
import {
  Field,
  FormDrawer,
  formatInstant,
  Page,
  RowTable,
  Section,
  StatusTag,
  useContractForm,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Carrier, routes } from '../../contract.ts';
import { messages } from '../messages.ts';

/** The carriers, and what they told of parcels that nobody knows. */
export function CarriersPage() {
  const t = useWords(messages);
  const carriers = useCall(routes.listCarriers);
  const [opened, open] = useState<Carrier | 'new' | undefined>(undefined);
  return (
    <Page
      title={t('carriers')}
      description={t('carriersHint')}
      actions={
        <Button type="primary" onClick={() => open('new')}>
          {t('addCarrier')}
        </Button>
      }
    >
      <WithAnswer answer={carriers}>
        {({ items }) => <Carriers items={items} onOpen={open} />}
      </WithAnswer>
      <Unknown />
      {opened === 'new' ? <NewForm onClose={() => open(undefined)} /> : null}
      {opened === undefined || opened === 'new' ? null : (
        <ChangeForm key={opened.id} carrier={opened} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

interface CarriersProps {
  readonly items: readonly Carrier[];
  readonly onOpen: (carrier: Carrier) => void;
}

function Carriers({ items, onOpen }: CarriersProps) {
  const t = useWords(messages);
  return (
    <RowTable
      label={t('carriers')}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          title: t('name'),
          render: (row) => (row.isStandIn ? `${row.name} · ${t('standIn')}` : row.name),
        },
        { key: 'endpoint', title: t('endpoint'), render: (row) => row.endpoint },
        { key: 'push', title: t('push'), render: (row) => row.pushPath },
        {
          key: 'state',
          title: t('state'),
          render: (row) => (
            <StatusTag tone={row.isActive ? 'good' : 'idle'}>
              {t(row.isActive ? 'active' : 'stopped')}
            </StatusTag>
          ),
        },
        {
          key: 'acts',
          title: t('acts'),
          render: (row) => (
            <Button size="small" onClick={() => onOpen(row)}>
              {t('change')}
            </Button>
          ),
        },
      ]}
      empty={{ title: t('carriersNone') }}
    />
  );
}

function Unknown() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const pushes = useCall(routes.listUnknown);
  return (
    <Section title={t('unknown')}>
      <WithAnswer answer={pushes}>
        {({ items }) => (
          <RowTable
            label={t('unknown')}
            rows={items}
            rowKey={(row) => `${row.carrierName}/${row.eventId}`}
            columns={[
              { key: 'at', title: t('at'), render: (row) => formatInstant(row.at, language) },
              { key: 'carrier', title: t('carrier'), render: (row) => row.carrierName },
              { key: 'tracking', title: t('tracking'), render: (row) => row.trackingNo },
              { key: 'text', title: t('state'), render: (row) => `${row.code} ${row.text}` },
            ]}
            empty={{ title: t('unknownNone') }}
          />
        )}
      </WithAnswer>
    </Section>
  );
}

function NewForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(messages);
  const form = useContractForm(routes.createCarrier, {
    initial: { isActive: true, isStandIn: false },
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('addCarrier')} isOpen onClose={onClose}>
      <Field form={form} name="code" label={t('code')} />
      <Field form={form} name="name" label={t('name')} />
      <Field form={form} name="endpoint" label={t('endpoint')} />
      <Field form={form} name="secret" label={t('secret')} hint={t('secretHint')}>
        <Input.Password autoComplete="new-password" />
      </Field>
      <Field form={form} name="isActive" label={t('isActive')} />
      <Field form={form} name="isStandIn" label={t('isStandIn')} />
    </FormDrawer>
  );
}

function ChangeForm({
  carrier,
  onClose,
}: {
  readonly carrier: Carrier;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const { name, endpoint, isActive, isStandIn, version } = carrier;
  const form = useContractForm(routes.changeCarrier, {
    params: { id: carrier.id },
    initial: { name, endpoint, isActive, isStandIn, version },
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={carrier.name} isOpen onClose={onClose}>
      <Field form={form} name="name" label={t('name')} />
      <Field form={form} name="endpoint" label={t('endpoint')} />
      <Field form={form} name="secret" label={t('secret')} hint={t('secretHint')}>
        <Input.Password autoComplete="new-password" />
      </Field>
      <Field form={form} name="isActive" label={t('isActive')} />
      <Field form={form} name="isStandIn" label={t('isStandIn')} />
    </FormDrawer>
  );
}

import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';

import { useLive, useMay } from '#web/client/index.ts';
import {
  ContractForm,
  DataTable,
  Field,
  Notice,
  Page,
  useContractForm,
  useGo,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  Direction,
  LIVE,
  type Parcel,
  ParcelState,
  permissions,
  routes,
  stateWords,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { ParcelTag } from '../parts/ParcelTag.tsx';
import { OrderAllButton } from './BatchActions.tsx';
import { SignatureField } from './SignatureField.tsx';

/** Parcels; those that were ordered are handed over in a batch. */
export function ParcelsPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const [batch, setBatch] = useState<readonly Parcel[] | undefined>(undefined);
  useLive([LIVE]);
  const mayHandle = may(permissions.handle);
  const toBatch = (rows: readonly Parcel[]): ReactNode => (
    <>
      <OrderAllButton rows={rows} />
      <BatchButton onPress={() => setBatch(rows)} />
    </>
  );
  return (
    <Page
      title={t('parcels')}
      description={t('parcelsHint')}
      actions={
        mayHandle ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      <DataTable
        name="courier.parcels"
        contract={routes.listParcels}
        rowKey={(row) => row.id}
        rowTo={(row) => `/parcels/${row.id}`}
        searchHint={t('search')}
        {...(mayHandle ? { chosenActions: toBatch } : {})}
        filters={[
          {
            key: 'state',
            title: t('state'),
            options: ParcelState.options.map((value) => ({ value, label: say(stateWords[value]) })),
          },
          {
            key: 'direction',
            title: t('direction'),
            options: Direction.options.map((value) => ({ value, label: t(`direction.${value}`) })),
          },
        ]}
        columns={[
          { key: 'number', title: t('number'), width: '150px', render: (row) => row.number },
          { key: 'subject', title: t('subject'), render: (row) => row.subjectNo },
          { key: 'contents', title: t('contents'), render: (row) => row.contents },
          { key: 'recipient', title: t('recipient'), render: (row) => row.recipient },
          { key: 'tracking', title: t('tracking'), render: (row) => row.trackingNo },
          { key: 'state', title: t('state'), render: (row) => <ParcelTag state={row.state} /> },
        ]}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
      {isAdding ? <AddModal onClose={() => setAdding(false)} /> : null}
      {batch === undefined ? null : (
        <HandOverModal parcels={batch} onClose={() => setBatch(undefined)} />
      )}
    </Page>
  );
}

function BatchButton({ onPress }: { readonly onPress: () => void }) {
  const t = useWords(messages);
  return (
    <Button type="primary" onClick={onPress}>
      {t('handOver')}
    </Button>
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function AddModal({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(messages);
  const go = useGo();
  const form = useContractForm(routes.sendForCase, {
    initial: { direction: 'out', hasOriginals: false },
    toBody: ({ recipient, phone, address, ...rest }) => ({
      caseNo: text(rest['caseNo']),
      contents: text(rest['contents']),
      direction: rest['direction'] === 'in' ? ('in' as const) : ('out' as const),
      hasOriginals: rest['hasOriginals'] === true,
      contact: { recipient: text(recipient), phone: text(phone), address: text(address) },
    }),
    done: t('done'),
    onDone: (parcel) => go(`/parcels/${parcel.id}`),
  });
  return (
    <Modal open title={t('add')} footer={null} onCancel={onClose}>
      <ContractForm form={form} submitLabel={t('add')} onCancel={onClose}>
        <Field form={form} name="caseNo" label={t('caseNo')} />
        <Field form={form} name="direction" label={t('direction')}>
          <Select
            options={Direction.options.map((value) => ({ value, label: t(`direction.${value}`) }))}
          />
        </Field>
        <Field form={form} name="contents" label={t('contents')} />
        <Field form={form} name="hasOriginals" label={t('hasOriginals')} />
        {(['recipient', 'phone', 'address'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(name)} required>
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
        ))}
      </ContractForm>
    </Modal>
  );
}

interface HandOverProps {
  readonly parcels: readonly Parcel[];
  readonly onClose: () => void;
}

function HandOverModal({ parcels, onClose }: HandOverProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.handOver, {
    initial: { parcelIds: parcels.map(({ id }) => id) },
    done: t('done'),
    onDone: onClose,
  });
  return (
    <Modal open title={`${t('handOver')} (${parcels.length})`} footer={null} onCancel={onClose}>
      <div style={{ marginBottom: 16 }}>
        <Notice tone="busy" title={t('handOverHint')} />
      </div>
      <ContractForm form={form} submitLabel={t('handOver')} onCancel={onClose}>
        <Field form={form} name="courierName" label={t('courierName')} />
        <Field form={form} name="signatureFileId" label={t('signature')}>
          <SignatureField />
        </Field>
      </ContractForm>
    </Modal>
  );
}

import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';

import { useCall, useMay } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  Page,
  RowTable,
  useContractForm,
  useGo,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type LicenceKind, permissions, routes } from '../../contract.ts';
import { messages } from '../desk/messages.ts';

/** The kinds of licence of the centre, and how long they last. */
export function KindsPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const go = useGo();
  const may = useMay();
  const kinds = useCall(routes.listKinds);
  const [chosen, choose] = useState<LicenceKind | undefined>(undefined);
  const mayChange = may(permissions.manageKinds);
  return (
    <Page
      title={t('kinds')}
      description={t('kindsHint')}
      actions={
        mayChange ? (
          <Button onClick={() => go('/imports/licences.kinds')}>{t('sheets')}</Button>
        ) : null
      }
    >
      <WithAnswer answer={kinds}>
        {({ items }) => (
          <RowTable
            label={t('kinds')}
            rows={items}
            rowKey={(row) => row.code}
            columns={[
              { key: 'name', title: t('kind'), render: (row) => say(row.name) },
              {
                key: 'role',
                title: t('role'),
                width: '6rem',
                render: (row) => t(`role.${row.role}`),
              },
              { key: 'pattern', title: t('pattern'), render: (row) => row.numberPattern },
              {
                key: 'months',
                title: t('months'),
                width: '7rem',
                render: (row) =>
                  row.validityMonths === null
                    ? t('endless')
                    : t('monthsValue', { months: row.validityMonths }),
              },
              {
                key: 'window',
                title: t('window'),
                width: '11rem',
                render: (row) =>
                  row.renewFromDays === null
                    ? t('renewNone')
                    : t('windowValue', { days: row.renewFromDays }),
              },
              {
                key: 'typeCode',
                title: t('typeCode'),
                width: '15rem',
                render: (row) => row.typeCode,
              },
              {
                key: 'change',
                title: t('change'),
                render: (row) =>
                  mayChange && row.role === 'issued' ? (
                    <Button size="small" onClick={() => choose(row)}>
                      {t('change')}
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </WithAnswer>
      {chosen === undefined ? null : <KindModal kind={chosen} onClose={() => choose(undefined)} />}
    </Page>
  );
}

interface KindModalProps {
  readonly kind: LicenceKind;
  readonly onClose: () => void;
}

function KindModal({ kind, onClose }: KindModalProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const form = useContractForm(routes.changeKind, {
    params: { code: kind.code },
    initial: { validityMonths: kind.validityMonths, renewFromDays: kind.renewFromDays },
    toBody: (values) =>
      ({
        validityMonths: values['validityMonths'] ?? null,
        renewFromDays: values['renewFromDays'] ?? null,
        version: kind.version,
      }) as never,
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('changeTitle', { name: say(kind.name) })}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
    >
      <ContractForm form={form} onCancel={onClose}>
        <Field form={form} name="validityMonths" label={t('monthsLabel')}>
          <InputNumber min={1} max={1200} />
        </Field>
        <Field form={form} name="renewFromDays" label={t('windowLabel')}>
          <InputNumber min={1} max={365} />
        </Field>
      </ContractForm>
    </Modal>
  );
}

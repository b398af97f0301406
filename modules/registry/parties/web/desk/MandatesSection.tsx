import { Button, Modal } from 'antd';
import { useState } from 'react';

import { useCall, useMay } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  formatDay,
  RowTable,
  Section,
  To,
  useContractForm,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Mandate, type Party, type PartyRef, permissions, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { MandateTag } from '../parts/PartyTags.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { MandateDrawer } from './MandateDrawer.tsx';
import { messages } from './messages.ts';

/** Who acts for this party, and for whom it acts. */
export function MandatesSection({ party }: { readonly party: Party }) {
  const t = useWords(messages);
  const mayManage = useMay()(permissions.manageRepresentatives) && party.status === 'active';
  const mandates = useCall(routes.listMandates, { params: { id: party.id } });
  const [isAdding, setAdding] = useState(false);
  const [revoked, revoke] = useState<Mandate | undefined>(undefined);
  return (
    <Section
      title={t('mandates')}
      actions={
        mayManage ? <Button onClick={() => setAdding(true)}>{t('addMandate')}</Button> : null
      }
    >
      <WithAnswer answer={mandates} lines={2}>
        {({ items }) => (
          <MandatesTable party={party} items={items} onRevoke={mayManage ? revoke : undefined} />
        )}
      </WithAnswer>
      {isAdding ? <MandateDrawer party={party} onClose={() => setAdding(false)} /> : null}
      {revoked === undefined ? null : (
        <RevokeModal mandate={revoked} onClose={() => revoke(undefined)} />
      )}
    </Section>
  );
}

interface TableProps {
  readonly party: Party;
  readonly items: readonly Mandate[];
  readonly onRevoke: ((mandate: Mandate) => void) | undefined;
}

function MandatesTable({ party, items, onRevoke }: TableProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const { language } = useLanguage();
  const { nameOf } = useDepartments();
  const other = (ref: PartyRef) =>
    ref.id === party.id ? ref.name : <To to={`/parties/${ref.id}`}>{ref.name}</To>;
  return (
    <RowTable
      label={t('mandates')}
      rows={items}
      rowKey={(row) => row.id}
      empty={{ title: t('noMandates') }}
      columns={[
        { key: 'principal', title: t('principal'), render: (row) => other(row.principal) },
        {
          key: 'representative',
          title: t('representative'),
          render: (row) => other(row.representative),
        },
        {
          key: 'kind',
          title: t('relation'),
          render: (row) => w(`mandate.${row.kind}`),
        },
        {
          key: 'scope',
          title: t('scope'),
          render: (row) =>
            row.isForAll
              ? w('all')
              : row.departmentCodes.map(nameOf).join(language === 'zh-CN' ? '、' : ', '),
        },
        {
          key: 'period',
          title: t('period'),
          render: (row) =>
            row.validTo === null
              ? w('openFrom', { day: formatDay(row.validFrom, language) })
              : w('fromUntil', {
                  from: formatDay(row.validFrom, language),
                  to: formatDay(row.validTo, language),
                }),
        },
        { key: 'no', title: t('documentNo'), render: (row) => row.documentNo },
        { key: 'state', title: t('stand'), render: (row) => <MandateTag state={row.state} /> },
        {
          key: 'acts',
          title: t('act'),
          render: (row) =>
            onRevoke && (row.state === 'current' || row.state === 'future') ? (
              <Button size="small" danger onClick={() => onRevoke(row)}>
                {t('revoke')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

function RevokeModal({
  mandate,
  onClose,
}: {
  readonly mandate: Mandate;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const form = useContractForm(routes.revokeMandate, {
    params: { mandateId: mandate.id },
    initial: { version: mandate.version },
    onDone: onClose,
  });
  return (
    <Modal open title={t('revokeTitle')} footer={null} onCancel={onClose}>
      <ContractForm form={form} submitLabel={t('revoke')} onCancel={onClose}>
        <Field form={form} name="reason" label={t('reason')} />
      </ContractForm>
    </Modal>
  );
}

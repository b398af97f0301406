import { DataTable, formatDay, Page, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { ContractState, ContractType, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { MakeButton } from '../parts/MakeButton.tsx';
import { Yuan } from '../parts/Yuan.tsx';

/** Every contract: search, filter, sort, export. */
export function ContractsPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <Page
      title={t('contracts')}
      actions={<MakeButton kind="contract">{t('newContract')}</MakeButton>}
    >
      <DataTable
        name="contracts.contracts"
        contract={routes.listContracts}
        rowKey={(row) => row.id}
        rowTo={(row) => `/contracts/contracts/${row.id}`}
        exportContract={routes.exportContracts}
        filters={[
          {
            key: 'type',
            title: t('type'),
            options: ContractType.options.map((value) => ({ value, label: t(`type.${value}`) })),
          },
          {
            key: 'state',
            title: t('state'),
            options: ContractState.options.map((value) => ({
              value,
              label: t(`contractState.${value}`),
            })),
          },
        ]}
        columns={[
          {
            key: 'number',
            title: t('number'),
            sort: 'number',
            width: '8.5rem',
            render: (row) => row.number,
          },
          { key: 'name', title: t('name'), render: (row) => row.name },
          { key: 'supplier', title: t('supplier'), render: (row) => row.supplier },
          { key: 'type', title: t('type'), width: '6rem', render: (row) => t(`type.${row.type}`) },
          {
            key: 'signedOn',
            title: t('signedOn'),
            sort: 'signedOn',
            width: '8rem',
            render: (row) => formatDay(row.signedOn, language),
          },
          {
            key: 'price',
            title: t('price'),
            sort: 'price',
            align: 'end',
            render: (row) => <Yuan amount={row.price} />,
          },
          {
            key: 'settled',
            title: t('settled'),
            align: 'end',
            render: (row) => <Yuan amount={row.settled} />,
          },
          {
            key: 'paid',
            title: t('paid'),
            align: 'end',
            render: (row) => <Yuan amount={row.paid} />,
          },
          {
            key: 'state',
            title: t('state'),
            width: '7rem',
            render: (row) => (
              <StatusTag tone={row.overdue > 0 ? 'bad' : 'idle'}>
                {row.overdue > 0 ? t('late') : t(`contractState.${row.state}`)}
              </StatusTag>
            ),
          },
        ]}
        empty={{ title: t('noContracts'), hint: t('noContractsHint') }}
      />
    </Page>
  );
}

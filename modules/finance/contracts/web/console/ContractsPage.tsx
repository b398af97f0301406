import { DataTable, Page } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from '../messages.ts';

export function ContractsPage() {
  const t = useWords(messages);
  return (
    <Page title={t('contracts')}>
      <DataTable
        name="contracts.contracts"
        contract={routes.listContracts}
        rowKey={(row) => row.id}
        columns={[
          { key: 'number', title: t('number'), render: (row) => row.number },
          { key: 'name', title: t('name'), render: (row) => row.name },
        ]}
        empty={{ title: t('noContracts') }}
      />
    </Page>
  );
}

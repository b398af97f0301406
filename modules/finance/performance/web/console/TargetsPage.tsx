import { DataTable, Page } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from '../messages.ts';

export function TargetsPage() {
  const t = useWords(messages);
  return (
    <Page title={t('targets')}>
      <DataTable
        name="performance.targets"
        contract={routes.listTargets}
        rowKey={(row) => row.id}
        columns={[
          { key: 'code', title: t('code'), render: (row) => row.code },
          { key: 'nameZh', title: t('nameZh'), render: (row) => row.nameZh },
          { key: 'nameEn', title: t('nameEn'), render: (row) => row.nameEn },
        ]}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
    </Page>
  );
}

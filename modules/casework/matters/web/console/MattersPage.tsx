import { DataTable, Page } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from '../messages.ts';

export function MattersPage() {
  const t = useWords(messages);
  return (
    <Page title={t('matters')}>
      <DataTable
        name="matters.matters"
        contract={routes.listMatters}
        rowKey={(row) => row.id}
        columns={[
          { key: 'code', title: t('code'), render: (row) => row.code },
          { key: 'nameZh', title: t('nameZh'), render: (row) => row.name.zh },
          { key: 'nameEn', title: t('nameEn'), render: (row) => row.name.en ?? '' },
        ]}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
    </Page>
  );
}

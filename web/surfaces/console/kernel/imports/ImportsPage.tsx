import { routes } from '#kernel/imports/contract.ts';

import { useCall } from '../../../../client/index.ts';
import { Page, RowTable, useLanguage, WithAnswer } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

/** The sheets by which registers are kept. */
export function ImportsPage() {
  const t = useWords(messages);
  const { say } = useLanguage();
  const answer = useCall(routes.listImporters);
  return (
    <Page title={t('title')} description={t('hint')}>
      <WithAnswer answer={answer}>
        {({ items }) => (
          <RowTable
            label={t('list')}
            rows={items}
            rowKey={(row) => row.name}
            rowTo={(row) => `/imports/${row.name}`}
            empty={{ title: t('nothing'), hint: t('nothingHint') }}
            columns={[
              { key: 'title', title: t('sheet'), render: (row) => say(row.title) },
              {
                key: 'columns',
                title: t('columns'),
                align: 'end',
                render: (row) => row.fields.length,
              },
            ]}
          />
        )}
      </WithAnswer>
    </Page>
  );
}

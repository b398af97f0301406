import { useCall, useLive } from '#web/client/index.ts';
import {
  formatInstant,
  Page,
  RowTable,
  StatusTag,
  useLanguage,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { LIVE, routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** The hand-over book between the windows and the carriers. */
export function BookPage() {
  const t = useWords(messages);
  const { language } = useLanguage();
  const book = useCall(routes.listHandOvers);
  useLive([LIVE]);
  return (
    <Page title={t('book')} description={t('bookHint')}>
      <WithAnswer answer={book}>
        {({ items }) => (
          <RowTable
            label={t('book')}
            rows={items}
            rowKey={(row) => row.id}
            rowTo={(row) => `/parcels/hand-overs/${row.id}`}
            columns={[
              { key: 'number', title: t('number'), render: (row) => row.number },
              { key: 'at', title: t('at'), render: (row) => formatInstant(row.at, language) },
              { key: 'carrier', title: t('carrier'), render: (row) => row.carrierName },
              { key: 'courier', title: t('courier'), render: (row) => row.courierName },
              { key: 'by', title: t('by'), render: (row) => row.byName },
              { key: 'parcels', title: t('parcels'), align: 'end', render: (row) => row.parcels },
              {
                key: 'signature',
                title: t('signature'),
                render: (row) => (
                  <StatusTag tone={row.hasSignature ? 'good' : 'idle'}>
                    {t(row.hasSignature ? 'signed' : 'unsigned')}
                  </StatusTag>
                ),
              },
            ]}
            empty={{ title: t('bookNone'), hint: t('bookNoneHint') }}
          />
        )}
      </WithAnswer>
    </Page>
  );
}

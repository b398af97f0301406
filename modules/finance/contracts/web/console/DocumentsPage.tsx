import { DataTable, Page, StatusTag } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  DocumentKind,
  DocumentState,
  documentStateWords,
  kindWords,
  routes,
} from '../../contract.ts';
import { messages } from '../messages.ts';
import { MakeButton } from '../parts/MakeButton.tsx';
import { Yuan } from '../parts/Yuan.tsx';

/** The work list: documents that wait for a signature, and all others. */
export function DocumentsPage() {
  const t = useWords(messages);
  return (
    <Page
      title={t('documents')}
      actions={<MakeButton kind="contract">{t('newDocument')}</MakeButton>}
    >
      <DataTable
        name="contracts.documents"
        contract={routes.listDocuments}
        rowKey={(row) => row.id}
        exportContract={routes.exportDocuments}
        rowTo={(row) => `/contracts/documents/${row.id}`}
        filters={[
          {
            key: 'scope',
            title: t('signatures'),
            options: [
              { value: 'mine', label: t('mine') },
              { value: 'all', label: t('all') },
            ],
          },
          {
            key: 'state',
            title: t('state'),
            options: DocumentState.options.map((value) => ({
              value,
              label: documentStateWords[value][t.language],
            })),
          },
          {
            key: 'kind',
            title: t('kind'),
            options: DocumentKind.options.map((value) => ({
              value,
              label: kindWords[value][t.language],
            })),
          },
        ]}
        columns={[
          { key: 'number', title: t('number'), render: (row) => row.number },
          {
            key: 'kind',
            title: t('kind'),
            width: '8rem',
            render: (row) => kindWords[row.kind][t.language],
          },
          { key: 'title', title: t('content'), render: (row) => row.title },
          {
            key: 'amount',
            title: t('amount'),
            align: 'end',
            render: (row) => <Yuan amount={row.amount} />,
          },
          { key: 'maker', title: t('maker'), render: (row) => row.maker.name },
          {
            key: 'state',
            title: t('state'),
            width: '8rem',
            render: (row) => (
              <StatusTag tone={row.state === 'approved' ? 'good' : 'idle'}>
                {documentStateWords[row.state][t.language]}
              </StatusTag>
            ),
          },
        ]}
        empty={{ title: t('noDocuments') }}
      />
    </Page>
  );
}

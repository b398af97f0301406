import { RowTable, Section, TimeText, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Ground,
  grounds,
  type HistoryEntry,
  type Licence,
  type OtherEdition,
} from '../../contract.ts';
import { LicenceTag } from '../parts/LicenceTag.tsx';
import { messages as words } from '../parts/messages.ts';
import { messages } from './messages.ts';

/** What happened to this version, and the versions before and after it. */
export function LicenceHistory({ licence }: { readonly licence: Licence }) {
  const t = useWords(messages);
  const w = useWords(words);
  return (
    <>
      <Section title={t('history')}>
        <RowTable
          label={t('history')}
          rows={licence.history}
          rowKey={(row) => row.id}
          columns={[
            { key: 'at', title: t('at'), render: (row: HistoryEntry) => <TimeText at={row.at} /> },
            { key: 'act', title: t('act'), render: (row: HistoryEntry) => w(`act.${row.act}`) },
            {
              key: 'result',
              title: t('result'),
              render: (row: HistoryEntry) => <LicenceTag state={row.toState} />,
            },
            {
              key: 'ground',
              title: t('ground'),
              render: (row: HistoryEntry) =>
                row.ground === null ? t('empty') : <GroundText code={row.ground} />,
            },
            {
              key: 'reason',
              title: t('reason'),
              render: (row: HistoryEntry) => row.reason || row.caseNumber || t('empty'),
            },
            { key: 'by', title: t('by'), render: (row: HistoryEntry) => row.byName || t('system') },
          ]}
        />
      </Section>
      {licence.editions.length < 2 ? null : (
        <Section title={t('editions')}>
          <RowTable
            label={t('editions')}
            rows={licence.editions}
            rowKey={(row) => row.id}
            rowTo={(row) => `/licences/${row.id}`}
            columns={[
              {
                key: 'edition',
                title: t('editions'),
                render: (row: OtherEdition) => w('edition', { edition: row.edition }),
              },
              {
                key: 'identifier',
                title: w('identifier'),
                render: (row: OtherEdition) => row.identifier,
              },
              {
                key: 'issuedOn',
                title: w('issuedOn'),
                render: (row: OtherEdition) => <TimeText at={row.issuedOn} />,
              },
              {
                key: 'state',
                title: t('state'),
                render: (row: OtherEdition) => <LicenceTag state={row.state} />,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function GroundText({ code }: { readonly code: Ground }) {
  const { say } = useLanguage();
  return (
    <>
      {say(grounds[code].says)}
      <br />
      <small>{say(grounds[code].article)}</small>
    </>
  );
}

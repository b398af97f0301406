import { DataTable, Section, TimeText } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Party, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { sayAct } from '../parts/say-act.ts';
import { messages } from './messages.ts';

/** What happened to the record and to those merged into it, the newest first. */
export function HistorySection({ party }: { readonly party: Party }) {
  const t = useWords(messages);
  const w = useWords(words);
  return (
    <Section title={t('history')}>
      <DataTable
        name="parties.history"
        label={t('history')}
        contract={routes.listHistory}
        params={{ id: party.id }}
        rowKey={(row) => row.id}
        isSearched={false}
        keepsPlace={false}
        limit={20}
        columns={[
          { key: 'at', title: t('at'), render: (row) => <TimeText at={row.at} /> },
          { key: 'act', title: t('act'), render: (row) => sayAct(w, row.act) },
          { key: 'by', title: t('by'), render: (row) => row.byName },
        ]}
        empty={{ title: t('noHistory') }}
      />
    </Section>
  );
}

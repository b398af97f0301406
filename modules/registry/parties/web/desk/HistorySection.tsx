import { DataTable, TimeText, useSayActor } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Party, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { sayAct } from '../parts/say-act.ts';
import { messages } from './messages.ts';

/** What happened to the record and to those merged into it, the newest first. */
export function HistorySection({ party }: { readonly party: Party }) {
  const t = useWords(messages);
  const w = useWords(words);
  const sayActor = useSayActor();
  return (
    <DataTable
      name="parties.history"
      label={t('history')}
      hasHeading
      contract={routes.listHistory}
      params={{ id: party.id }}
      rowKey={(row) => row.id}
      isSearched={false}
      keepsPlace={false}
      limit={20}
      columns={[
        { key: 'at', title: t('at'), render: (row) => <TimeText at={row.at} /> },
        { key: 'act', title: t('act'), render: (row) => sayAct(w, row.act) },
        { key: 'by', title: t('by'), render: (row) => sayActor(row.byName) },
      ]}
      empty={{ title: t('noHistory') }}
    />
  );
}

import { Button } from 'antd';
import { useState } from 'react';

import { AuditFilter, permissions, routes } from '#kernel/audit/contract.ts';

import { download, useMay } from '../../../../client/index.ts';
import {
  type Column,
  DataTable,
  Page,
  TimeText,
  useFilters,
  useSayActor,
  useTell,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { ActText } from './ActText.tsx';
import { AuditSearch } from './AuditSearch.tsx';
import type { Entry } from './entry.ts';
import { EntryDrawer } from './EntryDrawer.tsx';
import { messages } from './messages.ts';

type List = typeof routes.search;

/** The audit log, for the audit administrator. */
export function AuditPage() {
  const t = useWords(messages);
  const tell = useTell();
  const may = useMay();
  const [filter, setFilter] = useFilters(AuditFilter);
  const [open, setOpen] = useState<Entry | undefined>(undefined);
  const anchor = (
    <Button
      title={t('anchorHint')}
      onClick={() =>
        void download(routes.anchor, {}).catch((error: unknown) => tell.problem(error))
      }
    >
      {t('anchor')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      description={t('hint')}
      actions={may(permissions.export) ? anchor : undefined}
    >
      <AuditSearch
        key={JSON.stringify(filter)}
        filter={filter}
        onSearch={(next) =>
          setFilter({ ...next, cursor: undefined, page: undefined } as typeof next, true)
        }
      />
      <DataTable
        name="audit.entries"
        label={t('list')}
        contract={routes.search}
        query={filter}
        isSearched={false}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        columns={useColumns()}
        empty={{ title: t('nothing'), hint: t('nothingHint') }}
        {...(may(permissions.export) ? { exportContract: routes.export } : {})}
      />
      <EntryDrawer
        entry={open}
        onClose={() => setOpen(undefined)}
        onNarrow={(only) => {
          setOpen(undefined);
          setFilter({ ...EVERYTHING, ...only }, true);
        }}
      />
    </Page>
  );
}

const EVERYTHING = Object.fromEntries(
  Object.keys(AuditFilter.shape).map((name) => [name, undefined]),
);

function useColumns(): ReadonlyArray<Column<List>> {
  const t = useWords(messages);
  const sayActor = useSayActor();
  return [
    {
      key: 'at',
      title: t('at'),
      width: '13rem',
      render: (row) => <TimeText at={row.at} as="seconds" />,
    },
    { key: 'actor', title: t('actor'), render: (row) => sayActor(row.actor.name) || row.actor.id },
    { key: 'act', title: t('act'), render: (row) => <ActText act={row.act} /> },
    {
      key: 'subject',
      title: t('subject'),
      render: (row) => (
        <span className="ow-audit-subject">
          {row.subject.kind} <code>{row.subject.id}</code>
        </span>
      ),
    },
    { key: 'address', title: t('address'), render: (row) => row.address ?? '' },
    {
      key: 'requestId',
      title: t('requestId'),
      isOptional: true,
      render: (row) => row.requestId ?? '',
    },
  ];
}

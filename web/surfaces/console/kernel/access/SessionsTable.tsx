import { permissions, routes } from '#kernel/access/contract.ts';

import { useAct, useMay } from '../../../../client/index.ts';
import {
  type Column,
  ConfirmButton,
  DataTable,
  StatusTag,
  TimeText,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { messages } from './messages.ts';

type List = typeof routes.listSessions;

/** Open sessions of the centre, or of one account. */
export function SessionsTable({ accountId }: { readonly accountId?: string }) {
  const t = useWords(messages);
  const ofOne = accountId !== undefined;
  return (
    <DataTable
      name="access.sessions"
      contract={routes.listSessions}
      rowKey={(row) => row.id}
      columns={useSessionColumns(!ofOne)}
      isSearched={false}
      label={t('sessionsLabel')}
      hasHeading={ofOne}
      keepsPlace={!ofOne}
      refreshMs={30_000}
      empty={{ title: t('noSessions') }}
      {...(ofOne
        ? { query: { accountId } }
        : {
            filters: [
              {
                key: 'kind',
                title: t('kind'),
                options: [
                  { value: 'staff', label: t('staff') },
                  { value: 'citizen', label: t('citizen') },
                  { value: 'device', label: t('device') },
                ],
              },
            ],
          })}
    />
  );
}

function useSessionColumns(hasPerson: boolean): ReadonlyArray<Column<List>> {
  const t = useWords(messages);
  const may = useMay();
  const end = useAct(routes.revokeSession);
  const columns: ReadonlyArray<Column<List>> = [
    { key: 'person', title: t('person'), render: (row) => row.accountName },
    { key: 'device', title: t('browser'), render: (row) => row.device },
    { key: 'address', title: t('address'), render: (row) => row.address },
    { key: 'method', title: t('method'), isOptional: true, render: (row) => row.method },
    { key: 'createdAt', title: t('signedInAt'), render: (row) => <TimeText at={row.createdAt} /> },
    {
      key: 'lastSeenAt',
      title: t('lastSeenAt'),
      render: (row) => <TimeText at={row.lastSeenAt} as="distance" />,
    },
    {
      key: 'expiresAt',
      title: t('expiresAt'),
      isOptional: true,
      render: (row) => <TimeText at={row.expiresAt} />,
    },
    {
      key: 'act',
      title: t('state'),
      render: (row) => {
        if (row.isCurrent) return <StatusTag tone="busy">{t('current')}</StatusTag>;
        if (!may(permissions.revokeSessions)) return null;
        return (
          <ConfirmButton
            size="small"
            danger
            question={t('endQuestion')}
            done={t('ended')}
            onConfirm={() => end.mutateAsync({ params: { id: row.id } })}
          >
            {t('end')}
          </ConfirmButton>
        );
      },
    },
  ];
  return hasPerson ? columns : columns.filter((column) => column.key !== 'person');
}

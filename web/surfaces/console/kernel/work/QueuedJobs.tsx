import { permissions, routes } from '#kernel/jobs/contract-admin.ts';

import { useAct, useMay } from '../../../../client/index.ts';
import {
  ConfirmButton,
  DataTable,
  ReasonButton,
  StatusTag,
  TimeText,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { JobName } from './JobName.tsx';
import { messages } from './messages.ts';

const tones = { waiting: 'idle', running: 'busy', retrying: 'warn' } as const;

/** Jobs that wait, run or are tried again. */
export function QueuedJobs() {
  const t = useWords(messages);
  const may = useMay();
  const hurry = useAct(routes.hurry);
  return (
    <DataTable
      name="jobs.queue"
      label={t('queue')}
      contract={routes.list}
      isSearched={false}
      refreshMs={15_000}
      rowKey={(row) => row.id}
      empty={{ title: t('noJobs'), hint: t('noJobsHint') }}
      columns={[
        { key: 'name', title: t('job'), render: (row) => <JobName job={row} /> },
        {
          key: 'state',
          title: t('state'),
          render: (row) => <StatusTag tone={tones[row.state]}>{t(row.state)}</StatusTag>,
        },
        {
          key: 'runAt',
          title: t('runAt'),
          render: (row) => <TimeText at={row.runAt} as="seconds" />,
        },
        {
          key: 'dueAt',
          title: t('dueAt'),
          isOptional: true,
          render: (row) => <TimeText at={row.dueAt} />,
        },
        { key: 'attempts', title: t('attempts'), align: 'end', render: (row) => row.attempts },
        { key: 'error', title: t('error'), render: (row) => row.error ?? '' },
        { key: 'key', title: t('key'), isOptional: true, render: (row) => row.key ?? '' },
        {
          key: 'acts',
          title: t('acts'),
          render: (row) =>
            may(permissions.manage) && row.state !== 'running' ? (
              <div className="ow-page-actions">
                {row.state === 'retrying' ? (
                  <ConfirmButton
                    size="small"
                    done={t('hurried')}
                    onConfirm={() => hurry.mutateAsync({ params: { id: row.id } })}
                  >
                    {t('hurry')}
                  </ConfirmButton>
                ) : null}
                <ReasonButton
                  size="small"
                  danger
                  contract={routes.cancel}
                  params={{ id: row.id }}
                  consequence={t('cancelHint')}
                  done={t('cancelled')}
                >
                  {t('cancel')}
                </ReasonButton>
              </div>
            ) : null,
        },
      ]}
    />
  );
}

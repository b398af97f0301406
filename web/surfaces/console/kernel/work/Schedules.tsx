import { permissions, routes } from '#kernel/jobs/contract-admin.ts';

import { useAct, useCall, useMay } from '../../../../client/index.ts';
import { ConfirmButton, RowTable, TimeText, WithAnswer } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { JobName } from './JobName.tsx';
import { messages } from './messages.ts';
import { saySchedule } from './schedule-text.ts';

/** Repeated jobs and when they are due. */
export function Schedules() {
  const t = useWords(messages);
  const may = useMay();
  const answer = useCall(routes.listSchedules, undefined, { refreshMs: 30_000 });
  const run = useAct(routes.runSchedule);
  return (
    <WithAnswer answer={answer}>
      {({ items }) => (
        <RowTable
          label={t('schedules')}
          rows={items}
          rowKey={(row) => row.name}
          columns={[
            { key: 'name', title: t('job'), render: (row) => <JobName job={row} /> },
            {
              key: 'spec',
              title: t('spec'),
              render: (row) => <span title={row.spec}>{saySchedule(row.spec, t)}</span>,
            },
            {
              key: 'next',
              title: t('nextDueAt'),
              render: (row) => <TimeText at={row.nextDueAt} />,
            },
            {
              key: 'last',
              title: t('lastDueAt'),
              render: (row) => <TimeText at={row.lastDueAt} />,
            },
            {
              key: 'acts',
              title: t('acts'),
              render: (row) =>
                may(permissions.manage) ? (
                  <ConfirmButton
                    size="small"
                    question={t('runNowQuestion')}
                    done={t('started')}
                    onConfirm={() => run.mutateAsync({ params: { name: row.name } })}
                  >
                    {t('runNow')}
                  </ConfirmButton>
                ) : null,
            },
          ]}
        />
      )}
    </WithAnswer>
  );
}

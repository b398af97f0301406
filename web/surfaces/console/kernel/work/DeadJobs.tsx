import { Button, Modal } from 'antd';
import { useState } from 'react';

import { permissions, routes } from '#kernel/jobs/contract-admin.ts';

import { useAct, useCall, useMay } from '../../../../client/index.ts';
import {
  ConfirmButton,
  DataTable,
  ReasonButton,
  TimeText,
  WithAnswer,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { JobName } from './JobName.tsx';
import { messages } from './messages.ts';

/** Jobs that failed for good and wait for a person. */
export function DeadJobs() {
  const t = useWords(messages);
  const may = useMay();
  const [shown, setShown] = useState<string | undefined>(undefined);
  return (
    <>
      <DataTable
        name="jobs.dead"
        label={t('dead')}
        contract={routes.listDead}
        isSearched={false}
        rowKey={(row) => row.id}
        empty={{ title: t('noDead'), hint: t('noDeadHint') }}
        columns={[
          { key: 'name', title: t('job'), render: (row) => <JobName job={row} /> },
          {
            key: 'diedAt',
            title: t('diedAt'),
            render: (row) => <TimeText at={row.diedAt} as="seconds" />,
          },
          { key: 'attempts', title: t('attempts'), align: 'end', render: (row) => row.attempts },
          { key: 'error', title: t('error'), render: (row) => row.error },
          {
            key: 'acts',
            title: t('acts'),
            render: (row) =>
              may(permissions.manage) ? (
                <DeadJobActs id={row.id} onShow={() => setShown(row.id)} />
              ) : null,
          },
        ]}
      />
      <Modal
        open={shown !== undefined}
        title={t('payloadTitle')}
        footer={null}
        destroyOnHidden
        onCancel={() => setShown(undefined)}
      >
        {shown === undefined ? null : <Payload id={shown} />}
      </Modal>
    </>
  );
}

function DeadJobActs({ id, onShow }: { readonly id: string; readonly onShow: () => void }) {
  const t = useWords(messages);
  const retry = useAct(routes.retryDead);
  return (
    <div className="ow-page-actions">
      <Button size="small" onClick={onShow}>
        {t('payload')}
      </Button>
      <ConfirmButton
        size="small"
        done={t('retried')}
        onConfirm={() => retry.mutateAsync({ params: { id } })}
      >
        {t('retry')}
      </ConfirmButton>
      <ReasonButton
        size="small"
        danger
        contract={routes.removeDead}
        params={{ id }}
        consequence={t('discardHint')}
        done={t('discarded')}
      >
        {t('discard')}
      </ReasonButton>
    </div>
  );
}

function Payload({ id }: { readonly id: string }) {
  const answer = useCall(routes.getDead, { params: { id } });
  return (
    <WithAnswer answer={answer}>
      {({ payload }) => <pre className="ow-json">{JSON.stringify(payload, undefined, 2)}</pre>}
    </WithAnswer>
  );
}

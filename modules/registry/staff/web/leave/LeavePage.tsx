import { Button } from 'antd';
import { useState } from 'react';

import { useLive, useMay } from '#web/client/index.ts';
import { DataTable, Page, TimeText, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { LeaveStatus, permissions, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { LeaveTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-places.ts';
import { LeaveDrawer } from './LeaveDrawer.tsx';
import { messages } from './messages.ts';

/** Requests for leave; a row opens the drawer in which it is decided. */
export function LeavePage() {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const go = useGo();
  const may = useMay();
  const [openedId, open] = useState<string>();
  useLive(['staff']);
  return (
    <Page
      title={t('leave')}
      description={t('leaveHint')}
      actions={
        may(permissions.approveLeave) ? (
          <Button onClick={() => go('/imports/staff.leave')}>{w('sheets')}</Button>
        ) : null
      }
    >
      <DataTable
        name="staff.leave"
        contract={routes.listLeave}
        rowKey={(leave) => leave.id}
        onOpen={(leave) => open(leave.id)}
        searchHint={w('findPerson')}
        filters={[
          {
            key: 'status',
            title: t('status'),
            options: LeaveStatus.options.map((one) => ({ value: one, label: w(`status.${one}`) })),
          },
        ]}
        columns={[
          { key: 'person', title: w('person'), render: (leave) => nameOf(leave.person) },
          {
            key: 'employeeNo',
            title: w('employeeNo'),
            render: (leave) => leave.person.employeeNo,
          },
          { key: 'kind', title: t('kind'), render: (leave) => w(`leave.${leave.kind}`) },
          { key: 'from', title: w('from'), render: (leave) => <TimeText at={leave.startsOn} /> },
          { key: 'to', title: w('to'), render: (leave) => <TimeText at={leave.endsOn} /> },
          {
            key: 'status',
            title: t('status'),
            render: (leave) => <LeaveTag status={leave.status} />,
          },
          { key: 'by', title: t('decidedBy'), render: (leave) => leave.decidedByName },
        ]}
        empty={{ title: t('none') }}
      />
      {openedId === undefined ? null : (
        <LeaveDrawer leaveId={openedId} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

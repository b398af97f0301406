import { Button, Modal } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import {
  ContractForm,
  DataTable,
  Field,
  formatDay,
  useContractForm,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Booking, BookingState, permissions, routes } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { StateTag } from '../parts/StateTag.tsx';
import { messages } from './messages.ts';

export interface BookingsTableProps {
  readonly query: {
    readonly siteId?: string;
    readonly groupId?: string;
    readonly from?: string;
    readonly to?: string;
    readonly state?: BookingState;
  };
  readonly label: string;
}

/** Appointments in the order of time, with what may be done to each. */
export function BookingsTable({ query, label }: BookingsTableProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const { say, language } = useLanguage();
  const may = useMay();
  return (
    <DataTable
      name="appointments.bookings"
      contract={routes.listBookings}
      query={query}
      label={label}
      hasHeading
      rowKey={(row) => row.id}
      searchHint={t('code')}
      {...(may(permissions.export) ? { exportContract: routes.exportBookings } : {})}
      filters={
        query.state === undefined
          ? [
              {
                key: 'state',
                title: t('state'),
                options: BookingState.options.map((value) => ({
                  value,
                  label: w(`state.${value}`),
                })),
              },
            ]
          : []
      }
      columns={[
        { key: 'day', title: t('day'), render: (row) => formatDay(row.day, language) },
        { key: 'time', title: t('time'), render: (row) => `${row.from}–${row.to}` },
        { key: 'group', title: t('group'), render: (row) => say(row.group) },
        { key: 'holder', title: t('holder'), render: (row) => row.holder },
        { key: 'code', title: t('code'), render: (row) => row.code },
        {
          key: 'state',
          title: t('state'),
          render: (row) => <StateTag state={row.state} isExcused={row.isExcused} />,
        },
        { key: 'ticket', title: t('ticket'), render: (row) => row.ticketNo ?? '' },
        {
          key: 'channel',
          title: t('channel'),
          isOptional: true,
          render: (row) => t(`channel.${row.channel}`),
        },
        { key: 'acts', title: t('acts'), render: (row) => <Acts booking={row} /> },
      ]}
      empty={{ title: t('listNone') }}
    />
  );
}

function Acts({ booking }: { readonly booking: Booking }) {
  const t = useWords(messages);
  const may = useMay();
  const { id, version, state, isExcused } = booking;
  if (state === 'booked' && may(permissions.book))
    return (
      <WithReason
        contract={routes.cancelBooking}
        id={id}
        version={version}
        title={t('cancel')}
        label={t('cancelReason')}
      />
    );
  if (state === 'missed' && !isExcused && may(permissions.excuse))
    return (
      <WithReason
        contract={routes.excuseMissed}
        id={id}
        version={version}
        title={t('excuse')}
        label={t('excuseReason')}
      />
    );
  return null;
}

interface WithReasonProps {
  readonly contract: typeof routes.cancelBooking | typeof routes.excuseMissed;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly label: string;
}

function WithReason({ title, ...rest }: WithReasonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <ReasonForm {...rest} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function ReasonForm({
  contract,
  id,
  version,
  label,
  onClose,
}: Omit<WithReasonProps, 'title'> & { readonly onClose: () => void }) {
  const form = useContractForm(contract, {
    params: { id },
    initial: { version },
    onDone: onClose,
  });
  return (
    <ContractForm form={form} onCancel={onClose}>
      <Field form={form} name="reason" label={label} />
    </ContractForm>
  );
}

import { Button } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  DataTable,
  Field,
  FormDrawer,
  formatDay,
  Page,
  StatusTag,
  TimeText,
  useContractForm,
  useGo,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  Kind,
  kindWords,
  permissions,
  routes,
  State,
  stateWords,
  TermClass,
  Wish,
  wishWords,
} from '../../contract.ts';
import { StateTag } from '../parts/StateTag.tsx';
import { messages } from './messages.ts';

/** The work list, the nearest limit first; and the way to take one up. */
export function ListPage() {
  const t = useWords(messages);
  const go = useGo();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Page
      title={t('complaints')}
      description={t('complaintsHint')}
      actions={
        may(permissions.register) ? (
          <>
            <Button onClick={() => go('/imports/complaints.slips')}>{t('importSlips')}</Button>
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('register')}
            </Button>
          </>
        ) : null
      }
    >
      <WorkList />
      <RegisterDrawer isOpen={isOpen} onClose={() => setOpen(false)} />
    </Page>
  );
}

function WorkList() {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  return (
    <DataTable
      name="complaints.complaints"
      contract={routes.listComplaints}
      rowKey={(row) => row.id}
      rowTo={(row) => `/complaints/${row.id}`}
      refreshMs={30_000}
      filters={[
        {
          key: 'list',
          title: t('shown'),
          options: [
            { value: 'open', label: t('open') },
            { value: 'overdue', label: t('overdueOnly') },
            { value: 'all', label: t('all') },
          ],
        },
        {
          key: 'kind',
          title: t('kind'),
          options: Kind.options.map((value) => ({ value, label: say(kindWords[value]) })),
        },
        {
          key: 'state',
          title: t('state'),
          options: State.options.map((value) => ({ value, label: say(stateWords[value]) })),
        },
      ]}
      columns={[
        { key: 'number', title: t('number'), render: (row) => row.number },
        { key: 'kind', title: t('kind'), render: (row) => say(kindWords[row.kind]) },
        { key: 'title', title: t('title'), render: (row) => row.title },
        { key: 'state', title: t('state'), render: (row) => <StateTag state={row.state} /> },
        {
          key: 'unit',
          title: t('unit'),
          render: (row) => (language === 'en' ? row.main?.nameEn : row.main?.nameZh) ?? '',
        },
        {
          key: 'received',
          title: t('received'),
          render: (row) => <TimeText at={row.receivedAt} />,
        },
        {
          key: 'due',
          title: t('due'),
          render: (row) => (
            <>
              {row.dueOn === null ? '' : formatDay(row.dueOn, language)}{' '}
              {row.isOverdue ? <StatusTag tone="bad">{t('overdue')}</StatusTag> : null}
            </>
          ),
        },
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

function RegisterDrawer({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const form = useContractForm(routes.registerComplaint, {
    initial: { kind: 'stuck', wish: 'help', termClass: 'normal' },
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={t('register')} isOpen={isOpen} onClose={onClose}>
      <Field
        form={form}
        name="kind"
        label={t('kind')}
        options={Kind.options.map((value) => ({ value, label: say(kindWords[value]) }))}
      />
      <Field form={form} name="externalNo" label={t('externalNo')} />
      <Field
        form={form}
        name="wish"
        label={t('wish')}
        options={Wish.options.map((value) => ({ value, label: say(wishWords[value]) }))}
      />
      <Field form={form} name="title" label={t('title')} />
      <Field form={form} name="content" label={t('content')} />
      <Field
        form={form}
        name="termClass"
        label={t('termClass')}
        options={TermClass.options.map((value) => ({ value, label: t(`term.${value}`) }))}
      />
      <Field form={form} name="caseNo" label={t('caseNo')} />
      <Field form={form} name="ticketNo" label={t('ticketNo')} />
      <Field form={form} name="name" label={t('name')} />
      <Field form={form} name="mobile" label={t('mobile')} />
    </FormDrawer>
  );
}

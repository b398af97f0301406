import { Button } from 'antd';
import { useState } from 'react';

import { useMay } from '#web/client/index.ts';
import { DataTable, Field, FormDrawer, Page } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Department, permissions, routes, DepartmentKind } from '../../contract.ts';
import { ClosureButton } from '../parts/ClosureButton.tsx';
import { messages as words } from '../parts/messages.ts';
import { SheetsLink } from '../parts/SheetsLink.tsx';
import { RecordTag } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-names.ts';
import { useRecordForm } from '../parts/use-record-form.ts';
import { messages } from './messages.ts';

type Opened = Department | 'new' | undefined;

export function DepartmentsPage() {
  const t = useWords(messages);
  const [opened, open] = useState<Opened>();
  const mayManage = useMay()(permissions.manage);
  return (
    <Page
      title={t('departments')}
      description={t('departmentsHint')}
      actions={
        mayManage ? (
          <>
            <SheetsLink kind="departments" />
            <Button type="primary" onClick={() => open('new')}>
              {t('addDepartment')}
            </Button>
          </>
        ) : null
      }
    >
      <DepartmentsTable onOpen={mayManage ? open : undefined} />
      {opened === undefined ? null : (
        <DepartmentDrawer
          key={opened === 'new' ? 'new' : opened.id}
          department={opened === 'new' ? undefined : opened}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}

function DepartmentsTable({
  onOpen,
}: {
  readonly onOpen: ((department: Department) => void) | undefined;
}) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const closedOptions = [{ value: 'true', label: t('closedToo') }];
  return (
    <DataTable
      name="organisation.departments"
      contract={routes.listDepartments}
      rowKey={(department) => department.id}
      {...(onOpen ? { onOpen } : {})}
      filters={[
        {
          key: 'kind',
          title: t('kind'),
          options: DepartmentKind.options.map((kind) => ({
            value: kind,
            label: w(`department.${kind}`),
          })),
        },
        { key: 'includeClosed', title: t('shown'), options: closedOptions },
      ]}
      columns={[
        { key: 'name', title: t('name'), render: (department) => nameOf(department) },
        { key: 'short', title: t('shortZh'), render: (department) => department.shortZh },
        {
          key: 'kind',
          title: t('kind'),
          render: (department) => w(`department.${department.kind}`),
        },
        { key: 'uscc', title: t('uscc'), render: (department) => <code>{department.uscc}</code> },
        { key: 'phone', title: t('phone'), render: (department) => department.phone },
        {
          key: 'windows',
          title: t('windowCount'),
          align: 'end',
          render: (department) => department.windowCount,
        },
        {
          key: 'code',
          title: t('code'),
          isOptional: true,
          render: (department) => department.code,
        },
        {
          key: 'state',
          title: t('state'),
          render: (department) => <RecordTag record={department} />,
        },
        ...(onOpen
          ? [
              {
                key: 'acts',
                title: t('acts'),
                render: (department: Department) => (
                  <ClosureButton
                    register="Department"
                    name={nameOf(department)}
                    record={department}
                  />
                ),
              },
            ]
          : []),
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

function DepartmentDrawer({
  department,
  onClose,
}: {
  readonly department: Department | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const w = useWords(words);
  const kindOptions = DepartmentKind.options.map((kind) => ({
    value: kind,
    label: w(`department.${kind}`),
  }));
  const form = useRecordForm(routes.createDepartment, routes.changeDepartment, {
    record: department,
    fresh: { kind: 'government', phone: '', order: 100 },
    onDone: onClose,
  });
  return (
    <FormDrawer
      form={form}
      title={t(department ? 'changeDepartment' : 'addDepartment')}
      isOpen
      onClose={onClose}
    >
      <Field form={form} name="code" label={t('code')} hint={t('codeHint')} />
      <Field form={form} name="kind" label={t('kind')} options={kindOptions} />
      <Field form={form} name="nameZh" label={t('nameZh')} />
      <Field form={form} name="shortZh" label={t('shortZh')} />
      <Field form={form} name="nameEn" label={t('nameEn')} />
      <Field form={form} name="uscc" label={t('uscc')} />
      <Field form={form} name="phone" label={t('phone')} />
      <Field form={form} name="order" label={t('order')} hint={t('orderHint')} />
    </FormDrawer>
  );
}
